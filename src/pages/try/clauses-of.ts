/** Which clauses an expectation is about that no longer holds: by its step and the column that differs. */
import { table } from '../../causes/table.ts';

/** The phrases of expectations, each with what was asked; `state` is a look at the world after a step. */
const asked: readonly (readonly [phrase: RegExp, subjects: readonly string[]])[] = [
  [/ dealer quotes$|^it gives$/, ['quotes']],
  [/^the orders? go(es)? like this$/, ['sell', 'buy']],
  [/^these tickets cross$/, ['advance']],
  [/^the issuers settle like this$|^the payouts are$/, ['settle']],
  [/^these tickets are issued again$|^these rollovers are declined$/, ['rollover']],
  [/^the anchors become$/, ['updateAnchors']],
  [/^the arrivals go like this$/, ['orderFlow']],
  [
    /^the balance sheets are now$|^no balance sheet has changed$| stand like this$/,
    Object.keys(table).filter((subject) => subject.startsWith('state after')),
  ],
];

/** Members of an answer by the columns of the features. */
const members: Readonly<Record<string, string>> = {
  ...{ a: 'tickets', C: 'cash', x: 'faceInventory', V: 'midValuedWealth', 'K*': 'fundableTickets' },
  ...{ 'X*': 'capacity', N: 'rungs', λ: 'layoffProbability', I: 'insideWidth', p: 'midline' },
  ...{ 'a(x)': 'interiorAsk', 'b(x)': 'interiorBid', M: 'outsideMid', O: 'outsideSpread' },
  ...{ A: 'outsideAsk', B: 'outsideBid', 'ask pinned': 'askPinned', 'bid pinned': 'bidPinned' },
  ...{ because: 'routedBecause', refused: 'reason', 'cash before': 'cashBefore', R: 'recovery' },
  ...{ 'loss rate': 'lossRate', 'outside mid': 'outsideMid', 'outside spread': 'outsideSpread' },
};

/** Columns of an order that show the dealer's quotes after it. */
const quoted = new Set(['V', 'X*', 'ask', 'bid']);
/** And those that show what it has. */
const held = new Set(['dealer cash', 'dealer tickets']);

/**
 * The clauses of an expectation, out of those of its scenario where these say of it; `about` is where it differs, as in
 * `order 3: price`. All of the scenario where nothing is known of the expectation.
 */
export function clausesOf(step: string, about: string, ofScenario: readonly string[]): readonly string[] {
  const column = about.slice(about.lastIndexOf(': ') + 1).trim();
  const rows = subjectsOf(step, column).flatMap((subject) => table[subject] ?? []);
  const member = members[column] ?? column.replace(/^dealer /, '');
  const own = rows.filter((row) => row.member === member);
  // rows of rare cases alone do not say what the usual clause is
  const isUsual = own.some((row) => row.if === undefined);
  const usual = isUsual ? own : [...own, ...rows.filter((row) => row.member === '*')];
  const known = new Set(usual.flatMap(({ clauses }) => clauses));
  const meant = ofScenario.filter((id) => known.has(id));
  if (meant.length > 0) return meant;
  const [first] = usual.find((row) => row.if === undefined)?.clauses ?? [];
  return first === undefined || first === 'PROTOCOL' ? ofScenario : [first];
}

function subjectsOf(step: string, column: string): readonly string[] {
  const subjects = asked.find(([phrase]) => phrase.test(step))?.[1] ?? [];
  if (!subjects.includes('buy')) return subjects;
  if (quoted.has(column)) return ['quotes'];
  return held.has(column) ? ['state after sell', 'state after buy'] : subjects;
}
