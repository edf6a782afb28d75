/** Which clauses a difference can be about, where that hangs on more than its place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, attributed } from '../../src/causes/clause.ts';
import { differences } from '../../src/causes/differences.ts';
import type { Divergence } from '../../src/causes/diagnose.ts';
import type { Request } from '../../src/protocol/exchange.ts';

/** Two answers to one request, in a world of which nothing else is known. */
function divergence(op: string, right: object, found: object, others: Partial<Divergence> = {}): Divergence {
  return {
    ...{ op: op as Divergence['op'], takes: {}, right, found },
    differences: differences(right, found, 0),
    reasons: { right: '', found: '' },
    ...{ kernelIsRight: null, last: null, before: null, world: {}, conversation: [], ...others },
  };
}

const clausesOf = (...args: Parameters<typeof divergence>): readonly string[] =>
  attribute(divergence(...args)).clauses;

const settled = (amount: string): object => ({ issuers: [{ issuer: 'H1', payouts: [{ amount }] }] });

test('payments that miss the right ones by a unit are about what is left over, and not about who pays what', () => {
  assert.equal(
    clausesOf('settle', settled('0.333333333333333333'), settled('0.333333333333333334'))[0],
    'SET-05',
  );
  assert.equal(clausesOf('settle', settled('0.333333333333333333'), settled('0.334'))[0], 'SET-02');
});

test('figures that follow from one that was rounded are about the rounding', () => {
  const right = { outsideMid: '0.333333333333333333', midline: '0.413333333333333333' };
  assert.equal(
    clausesOf('quotes', right, { outsideMid: '0.33333333', midline: '0.4133333297' })[0],
    'CHK-09R',
  );
  assert.equal(
    clausesOf('quotes', right, { outsideMid: '0.43333333', midline: '0.5133333297' })[0],
    'KER-15',
  );
});

test('a world that is refused is about balances below zero where it has one', () => {
  const refused = { refused: 'invalid' };
  const takes = { world: { traders: [{ id: 'H1', cash: '-1' }] } };
  assert.deepEqual(clausesOf('reset', {}, refused, { takes }), ['MOD-16R', 'MOD-07']);
  assert.deepEqual(clausesOf('reset', {}, refused), ['PROTOCOL']);
});

const sale = (ticket: string, agent = 'H1'): object => ({ z: null, agent, side: 'SELL', trade: { ticket } });
const flow = (...tickets: string[]): object => ({ arrivals: tickets.map((ticket) => sale(ticket)) });
const avoiding = { world: { policy: { kind: 'default_avoidance' } } };

test('a flow of default avoiders that ends after three orders has a limit that it should not have', () => {
  assert.deepEqual(clausesOf('orderFlow', flow('a', 'b', 'c', 'd'), flow('a', 'b', 'c'), avoiding), [
    'FLW-07',
  ]);
  assert.notDeepEqual(clausesOf('orderFlow', flow('a', 'b', 'c', 'd'), flow('a', 'b'), avoiding), ['FLW-07']);
  assert.notDeepEqual(clausesOf('orderFlow', flow('a', 'b', 'c', 'd'), flow('a', 'b', 'e'), avoiding), [
    'FLW-07',
  ]);
});

test('a ticket due today is what it is about only where there is one', () => {
  const tickets = [
    { id: 't1', maturity: 3 },
    { id: 't2', maturity: 2 },
  ];
  const at = (time: number) => ({ before: { time, tickets } as unknown as Divergence['before'] });
  const clauses = (time: number) => clausesOf('sell', { ticket: 't2' }, { ticket: 't1' }, at(time));
  assert.ok(clauses(2).includes('MOD-05R'));
  assert.ok(!clauses(1).includes('MOD-05R'));
});

test('what is left over from a day on which steps were left out is about steps asked apart', () => {
  const loss = (lossRate: string): object => ({ buckets: [{ lossRate }] });
  const clauses = (...ops: string[]) => {
    const conversation = ops.map((op) => [op, {}] as unknown as Request);
    return clausesOf('updateAnchors', loss('0'), loss('0.25'), { conversation });
  };
  const today = ['advance', 'settle', 'rollover', 'updateAnchors'];
  assert.ok(clauses('reset', 'settle', 'rollover', ...today).includes('LOOP-07R'));
  assert.ok(clauses('reset', 'settle', ...today).includes('LOOP-07R'));
  assert.ok(!clauses('reset', 'settle', 'rollover', 'updateAnchors', ...today).includes('LOOP-07R'));
});

test('a reading of clearing that shows in who comes may be one of what a trader foresees', () => {
  const reading = { text: 'clearing=sequential', clause: 'SET-06R' };
  const of = (op: string) => attributed({ divergence: divergence(op, {}, { a: 1 }), reading }).clauses;
  assert.deepEqual(of('orderFlow'), ['SET-06R', 'POL-10R']);
  assert.deepEqual(of('settle'), ['SET-06R']);
});

test('an update in which mid and spread are right is not about how losses move them', () => {
  const quotes = (outsideBid: string): object => ({
    buckets: [{ outsideMid: '1', outsideSpread: '0.3', outsideBid }],
  });
  assert.deepEqual(clausesOf('updateAnchors', quotes('0.85'), quotes('0.7')), ['ANC-04', 'KER-01']);
});
