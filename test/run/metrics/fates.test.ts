/** Which liabilities count as rescued. MET-08. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventOf, ModelEvent } from '../../../src/core/events.ts';
import { FatesFold, rescues } from '../../../src/run/metrics/fates.ts';
import { decimal } from '../../../src/num.ts';

// what the fold does not read is left out of these events
const sale = (traderId: string, changes: Partial<EventOf<'TradeExecuted'>> = {}): ModelEvent =>
  ({
    kind: 'TradeExecuted',
    day: 1,
    traderId,
    side: 'SELL',
    isLiquidityDriven: true,
    ...changes,
  }) as ModelEvent;
const settled = (pid: string, debtor: string): ModelEvent =>
  ({ kind: 'PayableSettled', day: 1, pid, debtor }) as ModelEvent;
const defaulted = (pid: string, debtor: string): ModelEvent =>
  ({ kind: 'PayableDefaulted', day: 1, pid, debtor, recovery: decimal.zero }) as ModelEvent;

function fatesOf(...events: ModelEvent[]): FatesFold {
  const fates = new FatesFold();
  for (const event of events) fates.after(event);
  return fates;
}

const passive = fatesOf(defaulted('P1', 'H1'), defaulted('P1d', 'H1'), settled('P2', 'H2'));

test('every liability of a debtor that sold and then repaid is a rescue', () => {
  assert.equal(rescues(passive, fatesOf(sale('H1'), settled('P1', 'H1'), settled('P1d', 'H1'))), 2);
});

test('a liability that is repaid in both runs is none', () => {
  assert.equal(rescues(passive, fatesOf(sale('H2'), settled('P2', 'H2'))), 0);
});

for (const [what, ...events] of [
  ['whose debtor did not sell', settled('P1', 'H1')],
  ['whose debtor sold only afterwards', settled('P1', 'H1'), sale('H1')],
  ['where somebody else sold', sale('H2'), settled('P1', 'H1')],
  ['whose debtor bought', sale('H1', { side: 'BUY', isLiquidityDriven: false }), settled('P1', 'H1')],
  ['whose debtor did not sell for cash', sale('H1', { isLiquidityDriven: false }), settled('P1', 'H1')],
  ['that defaults all the same', sale('H1'), defaulted('P1', 'H1')],
  ['that never falls due', sale('H1')],
] as const) {
  test(`a liability ${what} is none`, () => {
    assert.equal(rescues(passive, fatesOf(...events)), 0);
  });
}

test('a default that only the active run has takes no rescue away', () => {
  const active = fatesOf(sale('H1'), settled('P1', 'H1'), defaulted('P2', 'H2'));
  assert.equal(rescues(passive, active), 1);
});
