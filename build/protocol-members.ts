/** The members of a request, an answer or a world as rows of a table: from its schema. */
import { z } from 'zod';

interface Node {
  type?: string;
  description?: string;
  default?: unknown;
  pattern?: string;
  enum?: readonly string[];
  const?: unknown;
  anyOf?: readonly Node[];
  items?: Node;
  properties?: Readonly<Record<string, Node>>;
  required?: readonly string[];
  additionalProperties?: Node | boolean;
}

/** A member by its path: `tickets[].id`, `dealers.<bucket>.cash`. */
export interface Member {
  readonly path: string;
  readonly type: string;
  /** Null where it must be given; a default as JSON, or empty where the description says it. */
  readonly leftOut: string | null;
  readonly means: string;
}

/** Every member in the order of the schema; one that is read and left aside has no description, and is left out. */
export function membersOf(schema: z.ZodType): Member[] {
  return below(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node, '');
}

function below(node: Node, path: string): Member[] {
  const inside = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (node.items !== undefined) return below(node.items, `${path}[]`);
  if (typeof node.additionalProperties === 'object' && node.additionalProperties.properties !== undefined)
    return below(node.additionalProperties, inside('<bucket>'));
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) => {
    if (member.description === undefined) {
      if (Object.keys(member).length === 0) return [];
      throw new Error(`${inside(name)} has no description`);
    }
    const must = node.required?.includes(name) === true;
    const { default: given } = member;
    const leftOut = must
      ? null
      : given === undefined || typeof given === 'object'
        ? ''
        : JSON.stringify(given);
    const row = { path: inside(name), type: typeOf(member), leftOut, means: member.description };
    return [row, ...below(member, inside(name))];
  });
}

function typeOf(node: Node): string {
  if (node.anyOf !== undefined) return node.anyOf.map(typeOf).join(' or ');
  if (node.enum !== undefined) return node.enum.map((word) => `\`${word}\``).join(', ');
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.items !== undefined)
    return node.items.properties === undefined ? 'list of texts' : 'list of objects';
  if (node.type === 'string') return node.pattern?.includes('\\d+') === true ? 'amount' : 'text';
  return node.type ?? 'anything';
}
