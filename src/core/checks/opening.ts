/** A world opens with the balances that were written, and the log tells them. OUT-02, INI-02, CHK-11. */
import type { Num } from '../../num.ts';
import type { EventOf, ModelEvent } from '../events.ts';
import { at as listed, groupBy } from '../list.ts';
import type { Ticket } from '../state.ts';
import { ticketsOf } from '../tickets.ts';
import type { World, WorldTicket } from '../written-world.ts';
import { changeDue, type StepEnded } from './memory.ts';
import { bucketFor, mustAgree } from './recomputed.ts';
import type { Occasion } from './occasion.ts';

type Where = Occasion<StepEnded>;

/** The state and what was told of it are what was written; from here on the checks count what falls due. */
export function checkOpening(at: Where, world: World): void {
  const { memory } = at;
  for (const { maturity } of world.tickets) changeDue(memory, maturity, 1);
  if (memory.told === null) throw new Error('a world opens once');
  const [first, ...told] = memory.told;
  memory.told = null;
  if (first?.kind !== 'WorldOpened') return at.fails('CHK-11', [], 'a log begins with its world');
  checkWorld(at, first, world);
  checkAccounts(at, told, writtenCash(world));
  checkTickets(at, world.tickets);
  checkPayables(at, told, world.tickets);
}

function checkWorld(at: Where, told: EventOf<'WorldOpened'>, world: World): void {
  const known = (what: string, found: Num, text: string): void => {
    mustAgree(at, [], what, found, at.state.numbers.of(text));
  };
  known('S', at.state.ticketSize, world.ticketSize);
  known('S that is told', told.ticketSize, world.ticketSize);
  if (told.buckets.length !== world.buckets.length)
    at.differs('CHK-11', [], 'buckets', told.buckets.length, world.buckets.length);
  world.buckets.forEach(({ id, from, to, outsideMid, outsideSpread }, n) => {
    for (const bucket of [listed(told.buckets, n), listed(at.state.buckets, n)]) {
      if (bucket.id !== id || bucket.from !== from || bucket.to !== to)
        at.fails('CHK-11', [id], 'a bucket is not the one that was written');
      known(`M of ${id}`, bucket.outsideMid, outsideMid);
      known(`O of ${id}`, bucket.outsideSpread, outsideSpread);
    }
  });
}

/** Everybody with the cash that was written; a desk that is not written has none. MOD-06. */
function writtenCash({ traders, buckets, dealers, vbts, regime }: World): Map<string, string> {
  const cash = new Map(traders.map((trader) => [trader.id, trader.cash]));
  if (regime === 'baseline') return cash;
  for (const { id } of buckets) {
    cash.set(`dealer:${id}`, dealers[id]?.cash ?? '0');
    cash.set(`vbt:${id}`, vbts[id]?.cash ?? '0');
  }
  return cash;
}

function checkAccounts(at: Where, told: readonly ModelEvent[], written: ReadonlyMap<string, string>): void {
  const { parties, numbers } = at.state;
  const opened = new Map<string, Num>();
  for (const event of told) if (event.kind === 'AccountOpened') opened.set(event.party, event.cash);
  for (const count of [opened.size, parties.size])
    if (count !== written.size) at.differs('CHK-11', [], 'accounts opened', count, written.size);
  for (const [id, text] of written)
    for (const cash of [parties.get(id)?.cash, opened.get(id)]) {
      if (cash === undefined) return at.fails('CHK-11', [id], 'an account is not opened');
      mustAgree(at, [id], 'the cash at the start', cash, numbers.of(text));
    }
}

/** The registry, the holders and the debtors list the tickets that were written, and no others. */
function checkTickets(at: Where, written: readonly WorldTicket[]): void {
  const { state } = at;
  const held = [...state.parties.values()].flatMap(({ holdings }) => ticketsOf(holdings));
  const counts = {
    'tickets counted': state.registered,
    'tickets registered': ticketsOf(state.calendar).length,
    'tickets held': held.length,
    'tickets owed': state.traders.reduce((sum, { issued }) => sum + ticketsOf(issued).length, 0),
  };
  for (const [what, count] of Object.entries(counts))
    if (count !== written.length) at.differs('CHK-11', [], what, count, written.length);
  const byId = new Map(written.map((ticket) => [ticket.id, ticket]));
  for (const ticket of held)
    if (!isAsWritten(at, ticket, byId.get(ticket.id)))
      at.fails('CHK-11', [ticket.owner.id], `ticket ${ticket.id} is not the one that was written`);
}

function isAsWritten({ state }: Where, ticket: Ticket, written: WorldTicket | undefined): boolean {
  const left = ticket.maturity - state.time;
  return (
    ticket.live &&
    ticket.liability === written?.liability &&
    ticket.issuer.id === written.issuer &&
    ticket.owner.id === written.owner &&
    ticket.maturity === written.maturity &&
    ticket.serial === written.serial &&
    ticket.distance === (written.distance ?? left) &&
    ticket.bucket === bucketFor(state, left).index
  );
}

/** The log gives every ticket its debtor, its first creditor and its holder. INI-02, MOD-03. */
function checkPayables(at: Where, told: readonly ModelEvent[], written: readonly WorldTicket[]): void {
  const liabilities = groupBy(written, ({ liability }) => liability);
  const holders = new Map<string, string>();
  let payables = 0;
  for (const event of told) {
    if (event.kind === 'PayableCreated') {
      payables++;
      checkPayable(at, event, liabilities.get(event.payableId) ?? []);
      for (const id of event.tickets) holders.set(id, event.creditor);
    }
    if (event.kind !== 'TicketsAllocated') continue;
    const { from, to, tickets } = event;
    if (from === to || tickets.length === 0) at.fails('CHK-11', [from, to], 'an allocation moves nothing');
    for (const id of tickets) {
      if (holders.get(id) !== from)
        at.fails('CHK-11', [from, to], `ticket ${id} is not there to be allocated`);
      holders.set(id, to);
    }
  }
  if (payables !== liabilities.size) at.differs('CHK-11', [], 'liabilities told', payables, liabilities.size);
  for (const { id, owner } of written)
    if (holders.get(id) !== owner)
      at.differs('CHK-11', [owner], `the holder of ${id} as told`, holders.get(id) ?? 'nobody', owner);
}

function checkPayable(
  at: Where,
  { payableId, debtor, creditor, dueDay, amount, tickets }: EventOf<'PayableCreated'>,
  written: readonly WorldTicket[],
): void {
  const parties = [debtor, creditor];
  if (written.length !== tickets.length || written.some(({ id }, place) => id !== tickets[place]))
    at.fails('CHK-11', parties, `the tickets of ${payableId} are not those that were written`);
  for (const { issuer, maturity } of written)
    if (issuer !== debtor || maturity !== dueDay)
      at.fails('CHK-11', parties, `${payableId} is not told with its debtor and its day`);
  const first = listed(written, 0);
  const lender = first.creditor ?? first.owner;
  if (creditor !== lender) at.differs('CHK-11', parties, `the creditor of ${payableId}`, creditor, lender);
  mustAgree(at, parties, `the face of ${payableId}`, amount, at.state.ticketSize.times(written.length));
}
