/** From a request's world to the core's, defaults filled in; and from a state back to a world. */
import { equity } from '../core/equity.ts';
import { at } from '../core/list.ts';
import type { Desk, State } from '../core/state.ts';
import { issuerHeld, ticketsOf } from '../core/tickets.ts';
import { shortfall } from '../core/traders.ts';
import type { World } from '../core/world.ts';
import { decimal } from '../num.ts';
import type { StateAnswer } from './protocol.ts';
import type { ParsedWorld } from './schema.ts';

/** CFG-02, MOD-04: the standard ranges and, per unit of face, their anchors. */
const standardRanges = [
  { id: 'short', from: 1, to: 3 },
  { id: 'mid', from: 4, to: 8 },
  { id: 'long', from: 9, to: null },
];
const standardSpreads = ['0.20', '0.30', '0.40'];

/** Fills in the defaults of the specification; those that are per unit of face are multiplied by S. MOD-13R. */
export function completeWorld(parsed: ParsedWorld): World {
  const perTicket = (ratio: string): string =>
    decimal.of(parsed.ticketSize).times(decimal.of(ratio)).toFixed();
  const { policy } = parsed;
  // null is no limit, and is not left out. FLW-07, POL-14
  const { maxArrivals = policy.kind === 'liquidity_and_investment' ? 3 : null } = policy;
  return {
    ...parsed,
    guardThreshold: parsed.guardThreshold ?? perTicket('0.02'),
    buckets: (parsed.buckets ?? standardRanges).map((bucket, i) => ({
      outsideMid: perTicket('1'),
      outsideSpread: perTicket(at(standardSpreads, Math.min(i, 2))),
      midSensitivity: perTicket('1'),
      spreadSensitivity: perTicket('0.6'),
      minSpread: '0',
      ...given(bucket),
    })),
    tickets: parsed.tickets.map((ticket) => ({ ...given(ticket), liability: ticket.liability ?? ticket.id })),
    policy: {
      ...policy,
      maxArrivals,
    },
  };
}

/** An object without the members that are undefined. */
function given<T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** The world at the present time, with equities, issuers, shortfalls and totals. */
export function describeState(state: State, world: World): StateAnswer {
  const desks = (kind: 'dealer' | 'vbt') =>
    Object.fromEntries(
      state.buckets.flatMap(({ id, desks: pair }) => {
        const desk: Desk | undefined = pair?.[kind];
        return desk === undefined
          ? []
          : [[id, { cash: desk.cash.toFixed(), equity: equity(state, desk).toFixed() }]];
      }),
    );
  const cash = [...state.parties.values()].reduce((sum, party) => sum.plus(party.cash), state.numbers.zero);
  return {
    time: state.time,
    ticketSize: world.ticketSize,
    guardThreshold: world.guardThreshold,
    clipOutsideBid: world.clipOutsideBid,
    rulings: world.rulings,
    buckets: state.buckets.map((bucket, i) => ({
      ...at(world.buckets, i),
      outsideMid: bucket.outsideMid.toFixed(),
      outsideSpread: bucket.outsideSpread.toFixed(),
    })),
    dealers: desks('dealer'),
    vbts: desks('vbt'),
    traders: state.traders.map((trader) => ({
      id: trader.id,
      cash: trader.cash.toFixed(),
      equity: equity(state, trader).toFixed(),
      issuer: issuerHeld(trader)?.id ?? null,
      defaulted: trader.defaulted,
      shortfall: shortfall(state, trader).toFixed(),
    })),
    tickets: ticketsOf(state.calendar).map((ticket) => ({
      id: ticket.id,
      liability: ticket.liability,
      issuer: ticket.issuer.id,
      owner: ticket.owner.id,
      maturity: ticket.maturity,
      serial: ticket.serial,
      distance: ticket.distance,
    })),
    policy: world.policy,
    anchors: world.anchors,
    rollover: world.rollover,
    regime: world.regime,
    totals: { cash: cash.toFixed(), tickets: state.registered },
  };
}
