/** Every fault that the features put into the core stops a run, whoever asks: CHK-07 in both arithmetics. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CheckViolation } from '../../src/core/invariants.ts';
import { clearingVector, type Debtor } from '../../src/core/clearing.ts';
import { openWorld, type World } from '../../src/core/world.ts';
import { float64 } from '../../src/f64.ts';
import { decimal } from '../../src/num.ts';
import { faults, Scene } from '../../steps/sabotage.ts';

const bucket = { midSensitivity: '1', spreadSensitivity: '0.6', minSpread: '0', outsideMid: '1' };
const world: World = {
  time: 3,
  ticketSize: '1',
  guardThreshold: '0.02',
  clipOutsideBid: true,
  rulings: { clearing: 'cash_on_hand', cap_quotes_at_par: false },
  buckets: [
    { id: 'short', from: 1, to: 3, outsideSpread: '0.3', ...bucket },
    { id: 'long', from: 4, to: null, outsideSpread: '0.3', ...bucket },
  ],
  dealers: { short: { cash: '0.10' } },
  vbts: { short: { cash: '0' } },
  traders: [
    { id: 'H1', cash: '5' },
    { id: 'H2', cash: '0' },
  ],
  tickets: [
    { id: 'k1', liability: 'P1', issuer: 'H2', owner: 'dealer:short', maturity: 4, serial: 1 },
    { id: 'k2', liability: 'P1', issuer: 'H2', owner: 'dealer:short', maturity: 4, serial: 2 },
    { id: 'k3', liability: 'P1', issuer: 'H2', owner: 'vbt:short', maturity: 4, serial: 3 },
    { id: 'k4', liability: 'P1', issuer: 'H2', owner: 'H1', maturity: 4, serial: 4 },
  ],
  policy: {
    kind: 'liquidity_and_investment',
    horizon: 3,
    cashBuffer: '1',
    maxArrivals: 3,
    sellProbability: '0.5',
  },
  anchors: { update: true },
  rollover: { enabled: false, issuePrice: 'par' },
  regime: 'active',
};

for (const numbers of [decimal, float64]) {
  for (const [what, act] of Object.entries(faults)) {
    test(`${what}: with the checks on a run is stopped, in ${numbers.name}`, () => {
      const state = openWorld(world, { numbers, run: 'demo', checks: true, sink: () => undefined });
      assert.throws(() => {
        act(new Scene(state));
      }, CheckViolation);
    });
  }
}

test('round a ring that does not close in whole units nobody pays what it has not', () => {
  const debtor = (id: string, cash: string, creditors: [string, number][]): Debtor => {
    const due = creditors.reduce((sum, [, tickets]) => sum + tickets, 0);
    return { id, cash: decimal.of(cash), due: decimal.of(due), creditors: new Map(creditors) };
  };
  const means = clearingVector([
    debtor('H1', '0.5', [
      ['H2', 1],
      ['K1', 1],
      ['K2', 1],
    ]),
    debtor('H2', '1', [
      ['H1', 3],
      ['K3', 1],
    ]),
  ]);
  assert.deepEqual(
    means.map((each) => each.toFixed()),
    ['1.666666666666666666', '1.555555555555555556'],
  );
});
