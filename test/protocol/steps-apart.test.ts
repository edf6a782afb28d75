/** Steps that are asked one by one, in an order of their own. LOOP-07R. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { float64 } from '../../src/f64.ts';
import { decimal } from '../../src/num.ts';
import { InProcess } from '../../src/protocol/in-process.ts';

for (const numbers of [decimal, float64]) {
  test(`a second settlement after a sale at a negative price finds nothing due, in ${numbers.name}`, async () => {
    const core = new InProcess(numbers);
    // the outside bid is 0.1 − 0.5 = −0.4: B pays it out of nothing
    await core.call('reset', {
      world: {
        clipOutsideBid: false,
        rulings: { clearing: 'clearing_vector' },
        buckets: [{ id: 'short', from: 1, to: null, outsideMid: '0.1', outsideSpread: '1' }],
        traders: [{ id: 'A', cash: '1' }, { id: 'B' }, { id: 'C' }],
        tickets: [
          { id: 'k1', issuer: 'A', owner: 'B', maturity: 1, serial: 1 },
          { id: 'k2', issuer: 'A', owner: 'B', maturity: 3, serial: 2 },
          { id: 'k3', issuer: 'B', owner: 'C', maturity: 1, serial: 3 },
        ],
      },
    });
    await core.call('advance', {});
    await core.call('settle', {});
    assert.equal((await core.call('sell', { trader: 'B', ticket: 'k2' })).executed, true);
    assert.deepEqual((await core.call('settle', {})).issuers, []);
    const { traders } = await core.call('state', {});
    assert.equal(Number(traders.find(({ id }) => id === 'B')?.cash), -0.4);
  });

  test(`a state after settle, buy and rollover can be opened again, in ${numbers.name}`, async () => {
    const core = new InProcess(numbers);
    await core.call('reset', {
      world: {
        rollover: { enabled: true },
        traders: ['A', 'B', 'C'].map((id) => ({ id, cash: '5' })),
        tickets: [
          { id: 'k1', issuer: 'A', owner: 'B', maturity: 1, serial: 1, distance: 2 },
          { id: 'k2', issuer: 'C', owner: 'vbt:short', maturity: 3, serial: 2 },
        ],
      },
    });
    await core.call('advance', {});
    await core.call('settle', {});
    await core.call('buy', { trader: 'B', bucket: 'short' });
    const { issued, declined } = await core.call('rollover', {});
    assert.deepEqual(
      [issued, declined.map(({ ticket, reason }) => [ticket, reason])],
      [[], [['k1~1', 'issuer']]],
    );
    const state = await core.call('state', {});
    await core.call('reset', { world: { ...state } });
    assert.deepEqual((await core.call('state', {})).tickets, state.tickets);
  });
}
