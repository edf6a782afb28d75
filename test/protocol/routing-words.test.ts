/** The protocol page names the reasons of a pass-through in the order in which they are asked for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routingReasons } from '../../build/protocol-words.ts';
import { decimal } from '../../src/num.ts';
import { InProcess } from '../../src/protocol/in-process.ts';

const tickets = [
  { id: 'a', issuer: 'H2', owner: 'H1', maturity: 2, serial: 1 },
  { id: 'b', issuer: 'H2', owner: 'vbt:short', maturity: 2, serial: 2 },
];
const shelf = { id: 'c', issuer: 'H3', owner: 'dealer:short', maturity: 2, serial: 3 };
const traders = ['H1', 'H2', 'H3'].map((id) => ({ id, cash: '9' }));
/** No cash: no rung for another ticket. A guard above the mid: the guard is on. */
const [poor, guarded] = [{}, { guardThreshold: '2' }];
const backstop = { regime: 'backstop' };
/** Orders, and the reasons that hold for each. */
const orders: readonly [world: object, side: 'sell' | 'buy', hold: readonly string[]][] = [
  [{ ...backstop, ...guarded, tickets }, 'sell', ['regime', 'guard', 'capacity', 'cash']],
  [{ ...guarded, tickets }, 'sell', ['guard', 'capacity', 'cash']],
  [{ ...poor, tickets }, 'sell', ['capacity', 'cash']],
  [{ ...backstop, ...guarded, tickets }, 'buy', ['regime', 'guard', 'inventory']],
  [{ ...guarded, tickets: [...tickets, shelf] }, 'buy', ['guard', 'issuer']],
  [{ ...poor, tickets }, 'buy', ['inventory']],
  [{ ...poor, tickets: [...tickets, shelf] }, 'buy', ['issuer']],
];

for (const [world, side, hold] of orders)
  test(`of ${hold.join(', ')} a ${side} names the first of the page`, async () => {
    const core = new InProcess(decimal);
    await core.call('reset', { world: { traders, ...world } });
    const { routedBecause } = await core.call(side, {
      trader: 'H1',
      ...(side === 'buy' ? { bucket: 'short' } : {}),
    });
    const first = Object.keys(routingReasons).find((reason) => hold.includes(reason));
    assert.equal(routedBecause, first);
  });

test('in a passive regime dealers fill a direct order', async () => {
  const core = new InProcess(decimal);
  await core.call('reset', {
    world: { traders, tickets, regime: 'passive', dealers: { short: { cash: '5' } } },
  });
  const { route } = await core.call('sell', { trader: 'H1' });
  assert.equal(route, 'interior');
});
