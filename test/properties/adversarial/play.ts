/** Plays a world in the core, keeps the books of it, and says what went wrong. */
import { InProcess } from '../../../src/protocol/in-process.ts';
import {
  ProtocolError,
  type OperationName,
  type Operations,
  type StateAnswer,
} from '../../../src/protocol/protocol.ts';
import type { Request } from '../../../src/protocol/exchange.ts';
import type { ModelEvent } from '../../../src/core/events.ts';
import type { World } from '../../../src/core/world.ts';
import type { Arithmetic } from '../../../src/num.ts';
import { Books } from './books.ts';
import { amount, near, sum } from './exact.ts';
import * as paper from './paper.ts';
import { Settlement } from './settling.ts';
import { checkQuotes, mustBePosted, refusal, trade } from './trades.ts';

export type { Request };

export interface Case {
  readonly world: World;
  readonly requests: readonly Request[];
}

export interface Fault {
  readonly kind: string;
  readonly about: string;
  /** How many requests were made until it showed. */
  readonly after: number;
}

/** Everything that goes wrong up to the first request after which something is wrong; nothing if all holds. */
export async function play(numbers: Arithmetic, { world, requests }: Case): Promise<Fault[]> {
  let events: ModelEvent[] = [];
  const core = new InProcess(numbers, { sink: (event) => events.push(event) });
  const books = new Books(world, numbers.name);
  const found = (after: number): Fault[] => books.faults.map((fault) => ({ ...fault, after }));
  const opening: Request = ['reset', { world: { ...world } }];
  for (const [n, request] of [opening, ...requests].entries()) {
    const outcome = await asked(core, request);
    listen(books, events, request[0], outcome);
    events = [];
    if (books.faults.length > 0) return found(n);
    if (outcome instanceof ProtocolError && (n === 0 || outcome.kind !== 'invalid')) {
      books.fault(outcome.kind === 'violation' ? 'false violation' : outcome.kind, outcome.message);
      return found(n);
    }
    await look(books, core);
    if (books.faults.length > 0) return found(n);
  }
  return [];
}

async function asked(core: InProcess, [op, takes]: Request): Promise<object> {
  try {
    return await core.call(op, takes);
  } catch (error) {
    if (error instanceof ProtocolError) return error;
    return new ProtocolError(
      'internal',
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }
}

/** Books the events of a request, and looks at what its answer says of them. */
function listen(books: Books, events: readonly ModelEvent[], op: OperationName, answer: object): void {
  const refused = answer instanceof ProtocolError;
  if ((op === 'advance' || op === 'period') && !(refused && answer.kind === 'invalid')) newDay(books);
  let settlement: Settlement | null = null;
  const settlements: Settlement[] = [];
  for (const event of events) {
    if (event.day !== books.time)
      books.fault('day', `${event.kind} of day ${String(event.day)} on ${String(books.time)}`);
    if (event.kind === 'PayableSettled' || event.kind === 'PayableDefaulted') {
      if (settlement === null) settlements.push((settlement = new Settlement(books)));
      settlement.add(event);
      continue;
    }
    settlement?.close();
    settlement = null;
    book(books, event, op === 'period');
  }
  if (refused) return;
  settlement?.close();
  if (op === 'advance' || op === 'period') paper.checkLabels(books);
  if (op === 'settle' || op === 'period') checkSettled(books, op, answer, settlements);
  if (op === 'rollover' || op === 'period') paper.checkRolled(books);
  if (op === 'updateAnchors' || op === 'period') paper.checkAnchors(books);
  if (op === 'period' && books.world.regime !== 'baseline')
    for (const market of books.markets) mustBePosted(books, market, 'at the end of a period');
}

function newDay(books: Books): void {
  books.time += 1;
  books.repaid.clear();
  for (const market of books.markets) market.matured = { face: amount(0), loss: amount(0) };
}

function book(books: Books, event: ModelEvent, inPeriod: boolean): void {
  switch (event.kind) {
    case 'QuotesPosted': {
      const market = books.market(event.bucket);
      checkQuotes(books, market, event, 'posted in');
      market.posted = { bid: amount(event.bid), ask: amount(event.ask) };
      return;
    }
    case 'TradeExecuted': {
      trade(books, event, inPeriod);
      return;
    }
    case 'OrderRejected': {
      refusal(books, event);
      return;
    }
    case 'TicketRebucketed': {
      paper.rebucketed(books, event);
      return;
    }
    case 'PayableRolledOver': {
      paper.rolledOver(books, event);
      return;
    }
    case 'RolloverDeclined': {
      paper.declined(books, event);
      return;
    }
    case 'TicketPlaced': {
      paper.placed(books, event);
      return;
    }
    case 'AnchorsUpdated': {
      paper.anchorsUpdated(books, event);
      return;
    }
    default:
  }
}

/** Nothing that is due is left, and the answer tells of the payouts that the events tell of. */
function checkSettled(books: Books, op: string, answer: object, settlements: readonly Settlement[]): void {
  for (const { id, maturity } of books.tickets.values())
    if (maturity === books.time) books.fault('ticket', `${id} is due and not settled`);
  if (settlements.length > 1) books.fault('ticket', 'the settlement of a day is interrupted');
  const settled = op === 'period' ? (answer as Operations['period']['answers']).settle : answer;
  for (const { issuer, payouts } of (settled as Operations['settle']['answers']).issuers) {
    const told = settlements[0]?.issuers.get(issuer)?.payouts;
    const wrong = payouts.filter(({ holder, tickets, amount: said }) => {
      const of = told?.get(holder);
      return of?.tickets !== tickets || !near(of.amount, amount(said), books.precision.sums);
    });
    if (wrong.length > 0) books.fault('payouts', `the answer says ${JSON.stringify(wrong)} of ${issuer}`);
  }
}

/** The state is that of the books, and quotes are those of the state. */
async function look(books: Books, core: InProcess): Promise<void> {
  const state = await core.call('state', {});
  compare(books, state);
  if (books.world.regime === 'baseline') return;
  for (const market of books.markets) {
    const said = await core.call('quotes', { bucket: market.id });
    checkQuotes(books, market, said, 'the quotes of');
  }
}

function compare(books: Books, state: StateAnswer): void {
  const told = new Map<string, string>(state.traders.map(({ id, cash }) => [id, cash]));
  for (const [id, { cash }] of Object.entries(state.dealers)) told.set(`dealer:${id}`, cash);
  for (const [id, { cash }] of Object.entries(state.vbts)) told.set(`vbt:${id}`, cash);
  for (const [id, cash] of books.cash)
    if (!near(cash, amount(told.get(id) ?? '0'), books.precision.sums))
      books.fault('cash', `${id} has ${told.get(id) ?? 'nothing'}, the books say ${cash.toFixed()}`);
  const { world } = books;
  const openings = [...Object.values(world.dealers), ...Object.values(world.vbts), ...world.traders];
  const opening = sum(openings.map(({ cash }) => amount(cash)));
  const total = sum([...told.values()].map((cash) => amount(cash)));
  if (!near(opening, total, books.precision.sums))
    books.fault('cash', `${total.toFixed()} in the world, which began with ${opening.toFixed()}`);
  const tickets = new Map(state.tickets.map((ticket) => [ticket.id, ticket]));
  for (const { id, owner, issuer, maturity } of books.tickets.values()) {
    const said = tickets.get(id);
    if (said?.owner !== owner || said.issuer !== issuer || said.maturity !== maturity)
      books.fault('ticket', `${id} is with ${said?.owner ?? 'nobody'}, the books say ${owner}`);
  }
  if (tickets.size !== books.tickets.size)
    books.fault('ticket', `${String(tickets.size)} tickets, the books have ${String(books.tickets.size)}`);
  state.buckets.forEach(({ id, outsideMid, outsideSpread }) => {
    const { mid, spread } = books.market(id);
    const error = books.precision.quotients;
    if (!near(mid, amount(outsideMid), error) || !near(spread, amount(outsideSpread), error))
      books.fault(
        'anchors',
        `${id} has ${outsideMid}, ${outsideSpread}, the events said ${mid.toFixed()}, ${spread.toFixed()}`,
      );
  });
}
