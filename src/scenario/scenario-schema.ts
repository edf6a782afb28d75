/** The JSON Schema of a scenario file, for editors: from the schema that the file is read by, with what every key means. */
import { jsonDocument } from '../files/json-document.ts';
import { z } from 'zod';
import { explainedKeys, type Explained } from './explain.ts';
import { sweepSchema } from './sweep-schema.ts';

interface Node {
  type?: string;
  description?: string;
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  anyOf?: Node[];
}

/** Its text. Values are checked by their meaning when a file is read; here stand the keys, and in words what they allow. */
export function scenarioJsonSchema(): string {
  const made = z.toJSONSchema(sweepSchema, { io: 'input', unrepresentable: 'any' }) as Node;
  for (const { path, means, unit, allowed, default: byDefault, clause } of explainedKeys()) {
    const node = path.split('.').reduce(inner, made);
    node.description = [
      `${means}${unit === null ? '' : ` (${unit})`}.`,
      `Default: ${byDefault}. Allowed: ${allowed}. ${clause}`,
    ].join(' ');
  }
  const title = 'A scenario file of ringspec, or the file of a sweep';
  return jsonDocument({ ...made, title });
}

/** What stands below a section at a key, where the section may also be left empty. */
function inner(node: Node, key: string): Node {
  const section = node.anyOf?.find(({ type }) => type === 'object') ?? node;
  const found = key === '<bucket>' ? section.additionalProperties : section.properties?.[key];
  if (typeof found !== 'object') throw new Error(`the schema has no ${key}`);
  return found;
}

const HEAD = `# Scenario files

A scenario file is YAML; everything in it may be left out. This page is made from the schema that files are read by
(\`npm run schemas\`); \`ringspec explain KEY\` prints an entry of it. Numbers are exact: 0.1 is one tenth. In an editor with
the YAML language server, this first line shows all of it while you write:

\`\`\`yaml
# yaml-language-server: $schema=./node_modules/ringspec/dist/schemas/files/scenario.json
\`\`\`

A file with a section \`sweep\` is for \`ringspec sweep balanced\`, where whatever is left out has the defaults of a balanced
run.
`;

/** docs/scenario-files.md: a table for each section. */
export function scenarioPage(): string {
  const sections = new Map<string, Explained[]>();
  for (const key of explainedKeys()) {
    const section = key.path.split('.').slice(0, -1).join('.');
    sections.set(section, [...(sections.get(section) ?? []), key]);
  }
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '\\<');
  return [...sections].reduce((page, [section, keys]) => {
    const rows = keys.map(({ path, means, unit, default: byDefault, allowed, clause }) => {
      const name = path.split('.').at(-1) ?? '';
      return `| \`${name}\` | ${[means, unit ?? '', byDefault, allowed, clause].map(cell).join(' | ')} |`;
    });
    const title = section === '' ? 'At the top' : `\`${section}\``;
    const head = ['| key | meaning | unit | default | allowed | clause |', '| - | - | - | - | - | - |'];
    return `${page}\n## ${title}\n\n${[...head, ...rows].join('\n')}\n`;
  }, HEAD);
}
