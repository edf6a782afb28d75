/**
 * Mutants of the model's own arithmetic. Money is a `Num`, so a formula is a chain of methods, of which the usual
 * mutators change nothing: without these a core could have every minus for a plus, and no mutant would say so.
 */
import { call, copy, identifier, nameOf, nodeAt, nodesAt, not, type Node, type NodePath } from './syntax.ts';

/** As the instrumenter wants it: every node that the visited one may be replaced by. */
export interface Mutator {
  readonly name: string;
  readonly mutate: (path: NodePath) => Iterable<Node>;
}

const opposites = new Map([
  ['plus', 'minus'],
  ['minus', 'plus'],
  ['times', 'div'],
  ['div', 'times'],
]);

/** `a.plus(b)` is `a.minus(b)` and the other way round, so with times and div; `a.negated()` is `a`. */
const arithmetic: Mutator = {
  name: 'ModelArithmetic',
  *mutate({ node }) {
    const callee = nodeAt(node, 'callee');
    const object = nodeAt(callee, 'object');
    if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression' || object === null) return;
    const name = nameOf(nodeAt(callee, 'property'));
    if (name === 'negated') yield copy(object);
    const other = opposites.get(name);
    if (other === undefined) return;
    const property = identifier(other);
    yield call(
      { type: 'MemberExpression', object: copy(object), property, computed: false },
      nodesAt(node, 'arguments'),
    );
  },
};

/** A decision that falls the other way at a tie, a floor or a ceiling that is not there, money without its unit. KER-04R, CHK-09R. */
const decision: Mutator = {
  name: 'ModelDecision',
  *mutate({ node }) {
    if (node.type !== 'CallExpression') return;
    const name = nameOf(nodeAt(node, 'callee'));
    const [a, b] = nodesAt(node, 'arguments');
    if (a === undefined) return;
    if (name === 'toMoney') yield copy(a);
    if (b === undefined) return;
    // a ≥ b with ties becomes a > b without: not b ≥ a
    if (name === 'atLeast' || name === 'exceeds') yield not(call(identifier(name), [b, a]));
    if (name === 'larger' || name === 'smaller') {
      yield copy(a);
      yield copy(b);
    }
  },
};

export const modelMutators: readonly Mutator[] = [arithmetic, decision];
