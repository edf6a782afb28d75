/** Mutants of what the checks are there for: a step left out, money the wrong way round, another quote. */
import type { Mutator } from '../model-mutators.ts';
import { call, copy, identifier, nameOf, nodeAt, nodesAt } from '../syntax.ts';

/** A call that stands for itself is left out. */
const step: Mutator = {
  name: 'StepLeftOut',
  *mutate({ node, parent }) {
    if (node.type === 'CallExpression' && parent.type === 'ExpressionStatement')
      yield identifier('undefined');
  },
};

/** A payment goes from the receiver to the payer. */
const transfer: Mutator = {
  name: 'TransferTurned',
  *mutate({ node }) {
    const callee = nodeAt(node, 'callee');
    const [state, from, to, ...rest] = nodesAt(node, 'arguments');
    if (node.type !== 'CallExpression' || callee === null || nameOf(callee) !== 'transfer') return;
    if (state === undefined || from === undefined || to === undefined) return;
    yield call(copy(callee), [state, to, from, ...rest]);
  },
};

const neighbours = new Map([
  ['bid', 'outsideBid'],
  ['outsideBid', 'bid'],
  ['ask', 'outsideAsk'],
  ['outsideAsk', 'ask'],
  ['issuer', 'owner'],
  ['owner', 'issuer'],
]);

/** One quote is read for another, or one party of a ticket for the other. */
const neighbour: Mutator = {
  name: 'NeighbourRead',
  *mutate({ node, parent }) {
    const object = nodeAt(node, 'object');
    const other = neighbours.get(nameOf(nodeAt(node, 'property')));
    if (
      node.type !== 'MemberExpression' ||
      node['computed'] === true ||
      object === null ||
      other === undefined
    )
      return;
    // what is written to, or has a member that may be, is read nowhere
    if (['AssignmentExpression', 'UpdateExpression'].includes(parent.type)) return;
    if (
      parent.type === 'MemberExpression' &&
      !other.toLowerCase().endsWith('bid') &&
      !other.toLowerCase().endsWith('ask')
    )
      return;
    yield { type: 'MemberExpression', object: copy(object), property: identifier(other), computed: false };
  },
};

export const moneyMutators: readonly Mutator[] = [step, transfer, neighbour];
