/** The clauses that a divergence can be about. */
import { clauseOfCheck, type CheckName } from '../core/checks/violation.ts';
import type { OrderFlowAnswer } from '../protocol/protocol.ts';
import type { Divergence } from './diagnose.ts';
import { differences, type Difference } from './differences.ts';
import type { FoundCause } from './find-cause.ts';
import { facts, mayBeRounded, stepsOfPeriod, type Case } from './facts.ts';
import type { FactName } from './row.ts';
import { table } from './table.ts';

/** What kind of thing is wrong: a rule, input that should be refused, or the protocol itself. */
export type CauseKind = 'model' | 'input' | 'protocol';

export interface Attribution {
  readonly kind: CauseKind;
  /** The clauses that it can be about, the usual one first. Never empty. */
  readonly clauses: readonly string[];
}

/** The first step of a period in which two answers differ. */
export const stepThatDiffers = (all: readonly Difference[]): (typeof stepsOfPeriod)[number] =>
  stepsOfPeriod.find((name) => all.some(({ path }) => path[0] === name)) ?? 'orderFlow';

/** A ruling that is read in another way is what it is about, whatever follows from that. */
export function attributed({ divergence, reading }: FoundCause): Attribution {
  if (reading === null) return attribute(divergence);
  const also = alsoOf[`${reading.clause} ${divergence.op}`] ?? [];
  return { kind: 'model', clauses: [reading.clause, ...also] };
}

/** What the reading of a ruling may be taken for, by the clause of the ruling and where the difference is. */
const alsoOf: Readonly<Record<string, readonly string[]>> = {
  'SET-06R orderFlow': ['POL-10R'],
  'ANC-05 updateAnchors': ['LOOP-04'],
};

export function attribute(divergence: Divergence): Attribution {
  const { right, found } = divergence;
  // it stopped itself on one of its checks
  if ('check' in found && found.check !== undefined)
    return { kind: 'model', clauses: [clauseOfCheck(found.check as CheckName)] };
  if ('refused' in right && right.refused === 'invalid') {
    const named = clausesIn(divergence.reasons.right);
    const isFlow = divergence.op === 'orderFlow' || divergence.op === 'period';
    if (!isFlow) return { kind: 'input', clauses: [...named, 'PROTOCOL'] };
  }
  if ('refused' in found && found.refused === 'unsupported')
    return { kind: 'protocol', clauses: ['PROTOCOL'] };
  return { kind: 'model', clauses: rowsFor(caseOf(divergence)) };
}

/** Clauses that a difference is only about where it is so. */
const onlyWhere: Readonly<Record<string, FactName>> = {
  'CHK-12R': 'amounts at a tie',
  'LOOP-07R': 'steps out of order',
  'MOD-05R': 'due today',
};

/** Clauses about what is rare: where nothing fails but what one of these can be about, it is that one. */
export const rareClauses: readonly string[] = Object.keys(onlyWhere);

/** The clauses of a row without those that cannot be meant here. */
function possible(clauses: readonly string[], one: Case): readonly string[] {
  return clauses.filter((clause) => {
    const fact = onlyWhere[clause];
    return fact === undefined || facts[fact](one);
  });
}

const clausesIn = (message: string): string[] => [...new Set(message.match(/\b[A-Z]+-C?\d+R?\b/g) ?? [])];

function rowsFor(one: Case): readonly string[] {
  if (one.divergence.stepsAreRight === true) return ['LOOP-01'];
  if (facts.rounded(one)) return ['CHK-09R'];
  const rows = table[one.subject] ?? [];
  const isState = one.subject.startsWith('state');
  // of somebody who is missing altogether, where he is missing
  const members = new Set(
    one.differences.flatMap(({ path }) => (isState ? path.slice(path.length > 2 ? -1 : 0) : path)),
  );
  const row = rows.find(
    (candidate) =>
      (candidate.member === '*' || members.has(candidate.member)) &&
      (candidate.if === undefined || facts[candidate.if](one)),
  );
  const named = possible(row?.clauses ?? ['PROTOCOL'], one);
  const clauses = mayBeRounded(one) && !named.includes('CHK-09R') ? [...named, 'CHK-09R'] : named;
  return one.divergence.op === 'period' ? [...clauses, 'LOOP-01'] : clauses;
}

/** What was asked, down to the order or the step that differs. */
function caseOf(divergence: Divergence): Case {
  const { op, right, found, last } = divergence;
  const whole = { divergence, subject: op, right, found, differences: divergence.differences };
  if (op === 'kernel') return { ...whole, subject: 'quotes' };
  if (op === 'state') return { ...whole, subject: `state after ${last?.op ?? 'reset'}` };
  if (op !== 'period') return ofFlow(whole);
  if ('refused' in right || 'refused' in found) return { ...whole, subject: 'orderFlow' };
  const step = stepThatDiffers(divergence.differences);
  return ofFlow({ divergence, subject: step, ...within(whole, step) });
}

/** Of a flow in which somebody came rightly, what became of the order. */
function ofFlow(one: Case): Case {
  if (one.subject !== 'orderFlow') return one;
  const [here = [], there = []] = ([one.right, one.found] as Partial<OrderFlowAnswer>[]).map(
    ({ arrivals }) => arrivals,
  );
  for (const [i, arrival] of here.entries()) {
    const other = there[i];
    if (other === undefined) return one;
    const own = differences(arrival, other, TOLERANCE);
    if (own.length === 0) continue;
    if (own.some(({ path }) => path[0] !== 'trade')) return one;
    const subject = arrival.side === 'SELL' ? 'sell' : 'buy';
    const part = { right: arrival, found: other, differences: own };
    const { bucket } = arrival.trade;
    const afterOthers = here.slice(0, i).some(({ trade }) => trade.executed && trade.bucket === bucket);
    return { divergence: one.divergence, subject, afterOthers, ...within({ ...one, ...part }, 'trade') };
  }
  return one;
}

/** What two orders of a flow may differ by. */
const TOLERANCE = 1e-10;

/** The part of two answers at a place. */
function within({ right, found, differences: all }: Case, ...place: (string | number)[]) {
  const part = (answer: object): object =>
    place.reduce<unknown>(
      (value, name) => (value as Record<string | number, unknown>)[name],
      answer,
    ) as object;
  return {
    right: part(right),
    found: part(found),
    differences: all
      .filter(({ path }) => place.every((name, i) => path[i] === name))
      .map(({ path, ...rest }) => ({ ...rest, path: path.slice(place.length) })),
  };
}
