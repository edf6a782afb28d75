/** Legal worlds in which the rounding of float64 is near what a check compares: no check stops them. CHK-09R, CHK-13R. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { float64 } from '../../src/f64.ts';
import { InProcess } from '../../src/protocol/in-process.ts';

const ticket = (id: string, issuer: string, owner: string, maturity: number, serial: number) => ({
  id,
  issuer,
  owner,
  maturity,
  serial,
});

void test('CHK-13R: a script sends a buyer where rounding decides whether somebody else would sell', async () => {
  const core = new InProcess(float64);
  // H1 owes 20 on day 2 and has 20: no gap, by less than amounts of 40 can be rounded; H2 buys, as nobody sells
  const world = {
    ticketSize: '20',
    policy: { kind: 'two_sided', horizon: 5, cashBuffer: '0' },
    traders: [
      { id: 'H1', cash: '20' },
      { id: 'H2', cash: '180' },
      { id: 'H3', cash: '60' },
    ],
    tickets: [
      ticket('k1', 'H1', 'H3', 2, 1),
      ticket('k2', 'H3', 'H1', 3, 2),
      ticket('k3', 'H3', 'vbt:short', 3, 3),
    ],
  } as const;
  await core.call('reset', { world });
  const { arrivals } = await core.call('orderFlow', { script: [{ z: 1, agent: 'H2' }] });
  assert.deepEqual(
    arrivals.map(({ side, agent, fallback, trade }) => [side, agent, fallback, trade.ticket]),
    [['BUY', 'H2', true, 'k3']],
  );
});

void test('CHK-11, SET-06R: a clearing vector with a balance far below zero', async () => {
  const core = new InProcess(float64);
  // B pays its 0.1 for three tickets, two of A's: A passes on the 2/30 that it gets, and keeps its balance
  const world = {
    clipOutsideBid: false,
    rulings: { clearing: 'clearing_vector' },
    traders: [{ id: 'A', cash: '-999999999.7' }, { id: 'B', cash: '0.1' }, { id: 'C' }],
    tickets: [
      ticket('a1', 'A', 'C', 1, 1),
      ticket('b1', 'B', 'A', 1, 2),
      ticket('b2', 'B', 'A', 1, 3),
      ticket('b3', 'B', 'vbt:short', 1, 4),
    ],
  } as const;
  await core.call('reset', { world });
  await core.call('advance', {});
  const { issuers } = await core.call('settle', {});
  const paid = issuers.map(({ issuer, payouts }) => [
    issuer,
    ...payouts.map(({ amount }) => Math.round(Number(amount) * 3000)),
  ]);
  assert.deepEqual(paid, [
    ['A', 200],
    ['B', 200, 100],
  ]);
  const { traders } = await core.call('state', {});
  assert.equal(traders[0]?.cash, '-999999999.7');
});
