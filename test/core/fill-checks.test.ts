/** What the fill of an order, and the event that tells of it, could get wrong, and the check that stops it. CHK-C3, CHK-C4, CHK-11. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventOf, ModelEvent } from '../../src/core/events.ts';
import { transfer } from '../../src/core/ledger.ts';
import { record } from '../../src/core/record.ts';
import { move } from '../../src/core/tickets.ts';
import { buy, sell } from '../../src/core/trade.ts';
import { openWorld } from '../../src/core/world.ts';
import { decimal } from '../../src/num.ts';
import { worldSchema } from '../../src/protocol/schema.ts';
import { completeWorld } from '../../src/protocol/world.ts';
import { Scene } from '../../steps/scene.ts';
import { isStopped } from './stopped.ts';

type Trade = EventOf<'TradeExecuted'>;

/**
 * One bucket with a mid of 1 and outside quotes of 0.85 and 1.15. The dealer has d1, d2 and cash of 5; the VBT has v1, v2
 * and v3. H1 can sell h1, H2 has nothing and can buy. H3 owes all but v3, which H2 owes.
 */
function scene(given: object, sink: (event: ModelEvent) => void = () => undefined): Scene {
  const ticket = (id: string, owner: string, serial: number, issuer = 'H3') => ({
    ...{ id, liability: `P${String(serial)}`, issuer, owner, maturity: 5, serial },
  });
  const world = worldSchema.parse({
    time: 3,
    buckets: [{ id: 'short', from: 1, to: null, outsideSpread: '0.3' }],
    dealers: { short: { cash: '5' } },
    traders: [
      { id: 'H1', cash: '5' },
      { id: 'H2', cash: '5' },
      { id: 'H3', cash: '0' },
    ],
    tickets: [
      ticket('v3', 'vbt:short', 1, 'H2'),
      ticket('h1', 'H1', 2),
      ticket('d1', 'dealer:short', 3),
      ticket('d2', 'dealer:short', 4),
      ticket('v1', 'vbt:short', 5),
      ticket('v2', 'vbt:short', 6),
    ],
    ...given,
  });
  return new Scene(openWorld(completeWorld(world), { numbers: decimal, run: 'demo', checks: true, sink }));
}

/** Without a ticket to sell the dealer passes a BUY on; without cash it passes a SELL on. */
const withoutTickets = { tickets: [own('v1', 'H3', 1)] };
const withoutCash = {
  dealers: { short: { cash: '0' } },
  tickets: [{ id: 'h1', liability: 'P1', issuer: 'H3', owner: 'H1', maturity: 5, serial: 1 }],
};

/** How the core fills the order of H1 to sell, or of H2 to buy, in such a world. */
function filled(side: 'SELL' | 'BUY', given: object): Trade {
  const events: ModelEvent[] = [];
  const at = scene(given, (event) => events.push(event));
  const customer = at.party(side === 'SELL' ? 'H1' : 'H2');
  const order = { customer, liquidityDriven: side === 'SELL' };
  if (side === 'SELL') sell(at.state, order, at.ticket('h1'));
  else buy(at.state, order, at.short);
  return events.find((event) => event.kind === 'TradeExecuted') ?? assert.fail('nothing was traded');
}

interface Fault {
  readonly side: 'SELL' | 'BUY';
  readonly given?: object;
  /** Another desk that fills it, and what the event tells of that. */
  readonly filledBy?: Partial<Trade>;
  /** What the event tells otherwise. */
  readonly told?: Partial<Trade>;
  /** The ticket that is handed over, where the core would hand over another. */
  readonly moved?: { readonly ticket?: string };
  /** What is paid in place of the price; the event tells it too. */
  readonly paid?: string;
  readonly message: RegExp;
}

const faults: Readonly<Record<string, Fault>> = {
  'an interior fill in a backstop': {
    side: 'SELL',
    given: { regime: 'backstop' },
    message: /no dealer fills an order in a backstop/,
  },
  'an interior BUY from an empty dealer': {
    side: 'BUY',
    given: withoutTickets,
    told: { isPassthrough: false },
    message: /an interior BUY needs x ≥ S/,
  },
  'an interior SELL beyond the capacity': {
    side: 'SELL',
    given: withoutCash,
    told: { isPassthrough: false },
    message: /an interior SELL needs x \+ S ≤ X\*/,
  },
  'a pass-through that the dealer takes': {
    side: 'SELL',
    told: { isPassthrough: true },
    message: /a pass-through leaves x, in tickets: 3 ≠ 2/,
  },
  'what the dealer could have bought is passed through': {
    side: 'SELL',
    filledBy: { buyerId: 'vbt:short', isPassthrough: true },
    message: /the dealer could have filled what passed through/,
  },
  'what the dealer could have sold is passed through': {
    side: 'BUY',
    filledBy: { sellerId: 'vbt:short', isPassthrough: true },
    moved: { ticket: 'v1' },
    message: /the dealer could have filled what passed through/,
  },
  'another buyer is told': {
    side: 'SELL',
    told: { buyerId: 'vbt:short' },
    message: /the buyer|ticket h1 went/,
  },
  'another seller is told': {
    side: 'BUY',
    told: { sellerId: 'vbt:short' },
    message: /the seller|ticket d1 went/,
  },
  'a price that is no quote': { side: 'SELL', paid: '0.9', message: /the price of the fill/ },
  'another bid is told': { side: 'SELL', told: { bid: decimal.of('0.9') }, message: /the quotes traded on/ },
  'another outside ask is told': {
    side: 'BUY',
    told: { outsideAsk: decimal.of('1.2') },
    message: /the quotes traded on/,
  },
  'a pin is told where none is': {
    side: 'SELL',
    told: { pinned: true },
    message: /not pinned, and the event/,
  },
  'another inventory before is told': {
    side: 'SELL',
    told: { dealerInventoryBefore: 3 },
    message: /inventory before the fill: 3 ≠ 2/,
  },
  'another inventory after is told': {
    side: 'SELL',
    told: { dealerInventoryAfter: 4 },
    message: /inventory after the fill: 4 ≠ 3/,
  },
  'a reason is told for an order that the dealer filled': {
    side: 'SELL',
    told: { hitVbtReason: 'capacity' },
    message: /why the dealer did not fill it: capacity ≠ nothing/,
  },
  'a BUY is told as made for want of cash': {
    side: 'BUY',
    told: { isLiquidityDriven: true },
    message: /a BUY is told as made to raise cash/,
  },
  'the number of the trade is told wrongly': {
    side: 'BUY',
    told: { tradeIndex: 7 },
    message: /the number of the trade: 7 ≠ /,
  },
  'another ticket is told': { side: 'SELL', told: { ticketId: 'd1' }, message: /ticket h1 went from H1/ },
  'the dealer delivers its second ticket': {
    side: 'BUY',
    moved: { ticket: 'd2' },
    message: /the ticket delivered first: d2 ≠ d1/,
  },
  'a trader is sold what it issued itself': {
    side: 'BUY',
    given: { tickets: [own('v3', 'H2', 1), own('v1', 'H3', 2)] },
    moved: { ticket: 'v3' },
    message: /was sold ticket v3, which it issued itself/,
  },
};

/** A ticket of the VBT. */
function own(id: string, issuer: string, serial: number) {
  return { id, liability: `P${String(serial)}`, issuer, owner: 'vbt:short', maturity: 5, serial };
}

/** The fill as the core makes it, by hand, but for what the case makes wrong. */
function act(at: Scene, core: Trade, { filledBy = {}, told = {}, moved = {}, paid }: Fault): void {
  const right = { ...core, ...filledBy };
  const { ticket = right.ticketId } = moved;
  const price = paid === undefined ? right.price : at.amount(paid);
  transfer(at.state, at.party(right.buyerId), at.party(right.sellerId), price);
  move(at.state, at.ticket(ticket), at.party(right.buyerId));
  record(at.state, { ...right, price, ticketId: ticket, ...told });
}

for (const [what, fault] of Object.entries(faults)) {
  test(`${what}: stopped`, () => {
    // a backstop is asked for what a dealer would have filled
    const right = filled(fault.side, 'regime' in (fault.given ?? {}) ? {} : (fault.given ?? {}));
    const at = scene(fault.given ?? {});
    isStopped(() => {
      act(at, right, fault);
    }, fault.message);
  });
}

test('the same fills without a fault are not stopped', () => {
  for (const side of ['SELL', 'BUY'] as const) act(scene({}), filled(side, {}), { side, message: /never/ });
});
