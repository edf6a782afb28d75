/** How a run of periods ends. LOOP-03, SET-07. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeAccount } from '../../src/core/ledger.ts';
import { at } from '../../src/core/list.ts';
import { runPeriods } from '../../src/core/period.ts';
import { openWorld } from '../../src/core/world.ts';
import { decimal } from '../../src/num.ts';
import { worldSchema } from '../../src/protocol/schema.ts';
import { completeWorld } from '../../src/protocol/world.ts';
import { drawnChoices, streams } from '../../src/random.ts';

/** H1 owes 1 on day 1 and has nothing; H2 owes 1 on day 3 and can pay. */
const open = () =>
  openWorld(
    completeWorld(
      worldSchema.parse({
        buckets: [{ id: 'short', from: 1, to: null }],
        traders: [
          { id: 'H1', cash: '0' },
          { id: 'H2', cash: '1' },
        ],
        tickets: [
          { id: 'k1', liability: 'P1', issuer: 'H1', owner: 'H2', maturity: 1, serial: 1 },
          { id: 'k2', liability: 'P2', issuer: 'H2', owner: 'vbt:short', maturity: 3, serial: 2 },
        ],
        regime: 'passive',
      }),
    ),
    { numbers: decimal, run: 'demo', checks: true, sink: () => undefined },
  );

const ended = (stopOnDefault: boolean, periods: number) => {
  const state = open();
  const ending = runPeriods(state, drawnChoices(streams(1).orderFlow), { periods, stopOnDefault });
  return [ending, state.time];
};

test('SET-07: a run that stops on the first default ends with its period', () => {
  assert.deepEqual(ended(true, 9), ['default', 1]);
});

test('LOOP-03: one that does not ends with its periods, or without tickets', () => {
  assert.deepEqual(ended(false, 2), ['periods', 2]);
  assert.deepEqual(ended(false, 9), ['no_tickets', 3]);
});

test('SET-04: an account that is left with more than rounding off is an internal error', () => {
  const state = open();
  const trader = at(state.traders, 1);
  assert.throws(() => {
    closeAccount(state, trader, decimal.of('0.9'), decimal.of('1'));
  }, /H2 is left with 1, worked out was 0\.9/);
});
