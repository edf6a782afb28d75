/** Every fault that the features put into the core stops a run, whoever asks: CHK-07 in both arithmetics. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { worldSchema } from '../../src/protocol/schema.ts';
import { completeWorld } from '../../src/protocol/world.ts';
import { CheckViolation } from '../../src/core/checks/violation.ts';
import { clearingVector, type Debtor } from '../../src/core/clearing.ts';
import { openWorld } from '../../src/core/world.ts';
import { float64 } from '../../src/f64.ts';
import { decimal } from '../../src/num.ts';
import { faults } from '../../steps/sabotage.ts';
import { Scene } from '../../steps/scene.ts';

const world = completeWorld(
  worldSchema.parse({
    time: 3,
    buckets: [
      { id: 'short', from: 1, to: 3, outsideSpread: '0.3' },
      { id: 'long', from: 4, to: null, outsideSpread: '0.3' },
    ],
    dealers: { short: { cash: '0.10' } },
    traders: [
      { id: 'H1', cash: '5' },
      { id: 'H2', cash: '0' },
    ],
    tickets: ['dealer:short', 'dealer:short', 'vbt:short', 'H1'].map((owner, i) => ({
      id: `k${String(i + 1)}`,
      liability: 'P1',
      issuer: 'H2',
      owner,
      maturity: 3,
      serial: i + 1,
    })),
  }),
);

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
  const payments = clearingVector(decimal, [
    debtor('H1', '0.5', [
      ['H2', 1],
      ['K1', 3],
      ['K2', 3],
    ]),
    debtor('H2', '0.5', [
      ['H1', 3],
      ['K3', 3],
      ['K4', 1],
    ]),
  ]);
  assert.deepEqual(
    payments.map(({ means, paid }) => [means.toFixed(), paid.toFixed()]),
    [
      ['0.760869565217391305', '0.760869565217391304'],
      ['0.608695652173913044', '0.608695652173913044'],
    ],
  );
});
