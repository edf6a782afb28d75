/** Two-sided traders on random worlds, against the definition of a gap. POL-06, POL-13, POL-14. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimal } from '../../src/num.ts';
import { InProcess } from '../../src/protocol/in-process.ts';
import type { StateAnswer } from '../../src/protocol/protocol.ts';
import { world } from './arbitrary-world.ts';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 600);
const parameters = { numRuns: Math.ceil(runs / 2), seed: Number(process.env['PROPERTY_SEED'] ?? 1) };

/** Date by date: what is due then, less cash now, less receipts of earlier days, plus own payments of earlier days. */
function gapByDefinition({ time, ticketSize, policy, tickets, traders }: StateAnswer, id: string): number {
  const S = Number(ticketSize);
  const cash = Number(traders.find((trader) => trader.id === id)?.cash);
  const face = (of: 'issuer' | 'owner', holds: (day: number) => boolean): number =>
    S * tickets.filter((one) => one[of] === id && one.maturity >= time && holds(one.maturity)).length;
  const gaps = Array.from({ length: policy.horizon + 1 }, (_, i) => {
    const day = time + i;
    const due = face('issuer', (maturity) => maturity === day);
    const before = (maturity: number): boolean => maturity < day;
    return due === 0 ? 0 : due - cash - face('owner', before) + face('issuer', before);
  });
  return Math.max(0, ...gaps);
}

test('POL-13, POL-14: whoever bought has no gap at the end of the flow, and came once; sellers had one', async () => {
  let [bought, sold, unsafe] = [0, 0, 0];
  const property = fc.asyncProperty(world, fc.nat(1000), async (opening, seed) => {
    const under = new InProcess(decimal);
    const policy = {
      ...(opening['policy'] as object),
      kind: 'two_sided',
      cashBuffer: '0.5',
      maxArrivals: null,
    };
    const rulings = { ...(opening['rulings'] as object), clearing: 'cash_on_hand' };
    const rollover = { enabled: false, issuePrice: 'par' };
    await under.call('reset', { world: { ...opening, policy, rulings, rollover, regime: 'active' } });
    const before = await under.call('state', {});
    const { arrivals } = await under.call('orderFlow', { seed });
    const after = await under.call('state', {});
    const of = (side: string): string[] => arrivals.flatMap((one) => (one.side === side ? [one.agent] : []));
    assert.equal(new Set(of('BUY')).size, of('BUY').length, 'a buyer comes once');
    for (const { side, agent, trade } of arrivals) {
      if (trade.reason === 'unsafe') unsafe++;
      if (side === 'SELL') assert.ok(gapByDefinition(before, agent) > 0, `${agent} sells without a gap`);
      if (!trade.executed) continue;
      if (side === 'SELL') sold++;
      else {
        bought++;
        assert.ok(gapByDefinition(before, agent) < 1e-9, `${agent} buys with a gap`);
        assert.ok(gapByDefinition(after, agent) < 1e-9, `${agent} has a gap after its purchase`);
        const ticket = after.tickets.find(({ id }) => id === trade.ticket);
        assert.notEqual(ticket?.issuer, agent, `${agent} bought its own paper`);
      }
    }
  });
  await fc.assert(property, parameters);
  assert.ok(bought > 50 && sold > 50 && unsafe > 0, JSON.stringify({ bought, sold, unsafe }));
});
