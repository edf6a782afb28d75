import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WorldBucket, WorldTicket } from '../../src/core/world.ts';
import { allocate, drawToFront } from '../../src/scenario/allocation.ts';
import { parseScenario, type Scenario } from '../../src/scenario/load.ts';
import { issueAround } from '../../src/scenario/ring.ts';
import { streams } from '../../src/random.ts';
import { scripted } from './scripted.ts';

const anchors = { outsideSpread: '0', midSensitivity: '0', spreadSensitivity: '0', minSpread: '0' };
const buckets: WorldBucket[] = [
  { id: 'short', from: 1, to: 3, outsideMid: '15', ...anchors },
  { id: 'mid', from: 4, to: 8, outsideMid: '16', ...anchors },
  { id: 'long', from: 9, to: null, outsideMid: '0.1', ...anchors },
];

const scenario = (text: string): Scenario => parseScenario(`ticket_size_S: 20\n${text}`, 'here').scenario;
const shares = (dealer: number, vbt: number): Scenario =>
  scenario(`initial_allocation: {dealer_share: ${String(dealer)}, vbt_share: ${String(vbt)}}`);

/** Number of tickets by owner. */
function held(tickets: readonly WorldTicket[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { owner } of tickets) counts[owner] = (counts[owner] ?? 0) + 1;
  return counts;
}

void test('INI-02, INI-03R: drawn without replacement in order of issue, the dealer first', () => {
  // four tickets in each of short (k1…k4), mid (k5…k8) and long (k9…k12): one for the dealer, two for the VBT
  const ring = issueAround([4, 4, 4], [1, 5, 9]);
  // short: the last, then the second, then the third; mid: the first three; long: the last still there each time
  const draws = [3, 0, 0, 0, 0, 0, 3, 2, 1];
  const { tickets, dealers, vbts, notes } = allocate(shares(0.25, 0.5), buckets, ring, scripted(draws));
  assert.deepEqual(
    tickets.map(({ id, owner }) => `${id} ${owner}`),
    [
      ...['k1 H2', 'k2 vbt:short', 'k3 vbt:short', 'k4 dealer:short'],
      ...['k5 dealer:mid', 'k6 vbt:mid', 'k7 vbt:mid', 'k8 H3'],
      // after k12 has left, k9 stands in its place; k9 is drawn next, and then k10 in k9's
      ...['k9 vbt:long', 'k10 vbt:long', 'k11 H1', 'k12 dealer:long'],
    ],
  );
  assert.ok(tickets.every(({ creditor }, i) => creditor === ring[i]?.creditor));
  // M·a: 15 and 2 × 15, 16 and 32, 0.1 and 0.2
  assert.deepEqual(dealers, { short: { cash: '15' }, mid: { cash: '16' }, long: { cash: '0.1' } });
  assert.deepEqual(vbts, { short: { cash: '30' }, mid: { cash: '32' }, long: { cash: '0.2' } });
  assert.deepEqual(notes, []);
});

void test('INI-02: shares are rounded down, bucket by bucket', () => {
  // short 7: ⌊1.75⌋ = 1 and ⌊3.5⌋ = 3; mid 3: 0 and 1; long 1: 0 and 0
  const ring = issueAround([7, 3, 1], [2, 4, 30]);
  const { tickets } = allocate(shares(0.25, 0.5), buckets, ring, streams(1).allocation);
  const { 'dealer:short': d, 'vbt:short': v, 'vbt:mid': m, H2, H3, H1, ...others } = held(tickets);
  assert.deepEqual([d, v, m, H2, H3, H1, others], [1, 3, 1, 3, 2, 1, {}]);
});

void test('INI-02: an exact tie is not lost to rounding', () => {
  // in doubles 0.29 · 100 is 28.999999999999996 and 0.57 · 100 is 56.99999999999999
  const { tickets } = allocate(
    shares(0.29, 0.57),
    buckets,
    issueAround([100, 1], [1, 9]),
    streams(1).allocation,
  );
  assert.deepEqual(held(tickets), { 'dealer:short': 29, 'vbt:short': 57, H2: 14, H1: 1 });
});

void test('INI-02, CHK-12R: a share just below a whole ticket is none', () => {
  // ⌊0.3333333333 · 3⌋ = ⌊0.9999999999⌋ = 0
  const { tickets } = allocate(
    shares(0.3333333333, 0.3333333333),
    buckets,
    issueAround([1, 1, 1], [1, 1, 1]),
    streams(1).allocation,
  );
  assert.deepEqual(held(tickets), { H1: 1, H2: 1, H3: 1 });
});

void test('INI-01, INI-04R: without shares the target decides, four tickets by default', () => {
  const ring = issueAround([12, 3, 1], [1, 5, 9]);
  const { tickets, dealers, notes } = allocate(scenario(''), buckets, ring, streams(1).allocation);
  // target 80 of face: two tickets; the VBT ⌊N_b/2⌋: 6, 1, 0
  const { H2, H3, ...large } = held(tickets);
  assert.deepEqual(large, {
    'dealer:short': 2,
    'vbt:short': 6,
    'dealer:mid': 2,
    'vbt:mid': 1,
    'dealer:long': 1,
  });
  assert.deepEqual([H2, H3], [4, undefined]);
  assert.deepEqual(dealers, { short: { cash: '30' }, mid: { cash: '32' }, long: { cash: '0.1' } });
  assert.equal(notes.length, 1);
  assert.match(notes[0] ?? '', /long dealer starts with 1 of the 2 tickets/);
});

void test('INI-01: a dealer that takes more than half leaves the VBT the rest, with a note', () => {
  const large = scenario('dealers: {init_target_capacity_Xstar: 120}');
  const { tickets, notes } = allocate(large, buckets, issueAround([4, 6], [1, 9]), streams(1).allocation);
  assert.deepEqual(held(tickets), { 'dealer:short': 3, 'vbt:short': 1, 'dealer:long': 3, 'vbt:long': 3 });
  // and the mid bucket, which has no tickets at all
  assert.deepEqual(
    notes.map((note) => /^the (\w+ \w+) starts with (\d+) of the (\d+)/.exec(note)?.slice(1).join(' ')),
    ['short VBT 1 2', 'mid dealer 0 3'],
  );
});

void test('INI-04R: shares decide when both are given, and the ignored target is noted', () => {
  const both = scenario('initial_allocation: {dealer_share: 0.1}\ndealers: {init_target_capacity_Xstar: 80}');
  const { tickets, notes } = allocate(both, buckets, issueAround([10, 10], [1, 9]), streams(1).allocation);
  assert.deepEqual(held(tickets), {
    'dealer:short': 1,
    'vbt:short': 5,
    H2: 4,
    'dealer:long': 1,
    'vbt:long': 5,
    H1: 4,
  });
  assert.equal(notes.length, 1);
  assert.match(notes[0] ?? '', /Xstar 80 is ignored.*INI-04R/);
});

void test('BAL-08: in the baseline nobody is given anything, and nothing is drawn', () => {
  const ring = issueAround([10, 10], [1, 9]);
  const given = allocate(scenario('regime: baseline'), buckets, ring, scripted([]));
  assert.deepEqual(given, { tickets: ring, dealers: {}, vbts: {}, notes: [] });
});

void test('INI-03R: every draw is among all that are left', () => {
  const asked: number[] = [];
  drawToFront([0, 1, 2, 3], 3, {
    below: (n) => {
      asked.push(n);
      return 0;
    },
    unit: () => 0,
  });
  assert.deepEqual(asked, [4, 3, 2]);
});
