/** Which ticket a policy sells where a day has more than a block of the sorted list holds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { worldSchema } from '../../src/protocol/schema.ts';
import { completeWorld } from '../../src/protocol/world.ts';
import { at } from '../../src/core/list.ts';
import { ticketToSell } from '../../src/core/traders.ts';
import { openWorld } from '../../src/core/world.ts';
import { float64 } from '../../src/f64.ts';

test('POL-08R: of 1300 tickets due on the longest day the lowest serial is sold first', () => {
  const world = completeWorld(
    worldSchema.parse({
      buckets: [{ id: 'short', from: 1, to: null }],
      traders: [
        { id: 'H1', cash: '0' },
        { id: 'H2', cash: '0' },
      ],
      policy: { kind: 'default_avoidance' },
      tickets: Array.from({ length: 1301 }, (_, i) => ({
        id: `k${String(i)}`,
        liability: i === 0 ? 'P0' : 'P1',
        issuer: 'H1',
        owner: 'H2',
        maturity: i === 0 ? 3 : 9,
        serial: i,
      })),
    }),
  );
  const state = openWorld(world, { numbers: float64, run: 'demo', checks: true, sink: () => undefined });
  assert.equal(ticketToSell(state, at(state.traders, 1))?.id, 'k1');
});
