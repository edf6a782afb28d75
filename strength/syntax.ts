/** As much of a syntax tree as mutators need: plain data, as Babel makes it. */
export interface Node {
  readonly type: string;
  readonly [member: string]: unknown;
}

export interface NodePath {
  readonly node: Node;
  readonly parent: Node;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

export const nodeAt = (node: Node | null, member: string): Node | null => {
  const value = node?.[member];
  return isNode(value) ? value : null;
};

export const nodesAt = (node: Node, member: string): readonly Node[] => {
  const value = node[member];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

/** The name of an identifier. */
export const nameOf = (node: Node | null): string =>
  node?.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : '';

/** A node may stand in a tree once. */
export const copy = (node: Node): Node => structuredClone(node);

export const identifier = (name: string): Node => ({ type: 'Identifier', name });

export const call = (callee: Node, parameters: readonly Node[]): Node => ({
  type: 'CallExpression',
  callee,
  arguments: parameters.map(copy),
});

export const not = (argument: Node): Node => ({
  type: 'UnaryExpression',
  operator: '!',
  prefix: true,
  argument,
});
