/** The built-in core behind the protocol's operations. Requests are checked here; the core trusts them. */
import { updateAnchors } from '../core/anchors.ts';
import type { ModelEvent } from '../core/events.ts';
import { CheckViolation } from '../core/checks/violation.ts';
import type { Running } from '../core/journal.ts';
import { quotesAt } from '../core/kernel.ts';
import type { Choices } from '../core/choices.ts';
import { buyByPolicy, formEligible, orderFlow, sellByPolicy } from '../core/order-flow.ts';
import { setCash, setTickets } from '../core/override.ts';
import { runPeriod } from '../core/period.ts';
import { quotesOf } from '../core/quoting.ts';
import { advance, unsettled } from '../core/rebucketing.ts';
import { rollOver } from '../core/rollover.ts';
import { settle } from '../core/settlement.ts';
import { desksOf, type Bucket, type Desk, type Party, type Ticket } from '../core/state.ts';
import { ticketNamed } from '../core/tickets.ts';
import { buy, sell } from '../core/trade.ts';
import { openWorld, type World } from '../core/world.ts';
import { toMoney, type Arithmetic } from '../num.ts';
import { drawnChoices, streams } from '../random.ts';
import * as say from './answers.ts';
import { checkRequest } from './check-request.ts';
import {
  capabilities,
  PROTOCOL_MINOR,
  PROTOCOL_VERSION,
  ProtocolError,
  type OperationName,
  type Operations,
} from './protocol.ts';
import { argumentSchemas } from './schema.ts';
import { scriptedChoices } from './script.ts';
import { completeWorld, describeState } from './world.ts';

type Handlers = { [Op in OperationName]: (takes: Operations[Op]['takes']) => Operations[Op]['answers'] };

/** Seed of the order flow where a request names none. CFG-02. */
const DEFAULT_SEED = 42;

const onlyAsk = ['hello', 'quotes', 'kernel', 'state', 'stop'];
const changesWorld = new Set<string>(Object.keys(argumentSchemas).filter((op) => !onlyAsk.includes(op)));

/** A script is found wrong at the arrival where it is wrong. */
const failsMidway = new Set<string>(['orderFlow', 'period']);

const invalid = (message: string): ProtocolError => new ProtocolError('invalid', message);

export interface ModelOptions {
  /** Hears every event. */
  readonly sink?: (event: ModelEvent) => void;
  /** C1 … C6 after every event, on unless they are turned off. CHK-08. */
  readonly checks?: boolean;
  /** Whether `kernel`, which has no world, caps its quotes at par. KER-16R. */
  readonly kernelCaps?: boolean;
}

/** One world at a time, driven by operations; `sink` hears its events. */
export class BuiltInModel {
  #world: World | null = null;
  #state: Running | null = null;
  #choices: Choices = drawnChoices(streams(DEFAULT_SEED).orderFlow);
  /** What was accepted since the last reset, to restore the world when a later request turns out invalid. */
  #accepted: (() => unknown)[] = [];

  constructor(
    readonly numbers: Arithmetic,
    readonly version: string,
    readonly options: ModelOptions = {},
  ) {}

  /** Answers an operation, or throws a `ProtocolError`; after an invalid request the world is what it was. */
  answer(name: string, given: unknown): object {
    const { op, takes } = checkRequest(name, given);
    // the schema of an operation describes what its handler takes
    const handle = () => (this.#handlers[op] as (takes: unknown) => object)(takes);
    try {
      const answer = handle();
      if (changesWorld.has(op)) this.#accepted.push(handle);
      return answer;
    } catch (error) {
      if (error instanceof CheckViolation) {
        this.#state = null;
        throw new ProtocolError('violation', error.message, error.check);
      }
      if (failsMidway.has(op) && this.#state !== null) this.#restore();
      throw error;
    }
  }

  #restore(): void {
    const accepted = this.#accepted;
    this.#accepted = [];
    for (const handle of accepted) handle();
    this.#accepted = accepted;
  }

  readonly #handlers: Handlers = {
    hello: ({ protocol }) => {
      if (protocol !== PROTOCOL_VERSION) {
        throw new ProtocolError(
          'unsupported',
          `protocol ${String(protocol)}: only ${String(PROTOCOL_VERSION)} is spoken`,
        );
      }
      const { version, numbers } = this;
      return {
        protocol,
        minor: PROTOCOL_MINOR,
        name: 'ringspec',
        version,
        language: 'TypeScript',
        // a binary fraction has no units
        capabilities: capabilities.filter((name) => name !== 'units' || numbers.name === 'decimal'),
        arithmetic: numbers.name,
      };
    },
    reset: ({ world }) => {
      this.#accepted = [];
      this.#choices = drawnChoices(streams(DEFAULT_SEED).orderFlow);
      // the schema parsed it
      this.#world = completeWorld(world as Parameters<typeof completeWorld>[0]);
      const { checks = true, sink = () => undefined } = this.options;
      const opening = { numbers: this.numbers, run: 'world', checks, sink };
      this.#state = openWorld(this.#world, opening);
      return {};
    },
    quotes: ({ bucket }) => say.quotesAnswer(quotesOf(this.#opened, this.#market(bucket))),
    kernel: (takes) => {
      // rounded as a world's amounts are (CHK-09R)
      const of = (text: string) => toMoney(this.numbers.of(text));
      const size = of(takes.ticketSize);
      const guardThreshold =
        takes.guardThreshold === undefined ? toMoney(size.times(of('0.02'))) : of(takes.guardThreshold);
      const input = {
        ticketSize: size,
        outsideMid: of(takes.outsideMid),
        outsideSpread: of(takes.outsideSpread),
        guardThreshold,
        clipOutsideBid: takes.clipOutsideBid ?? true,
        capQuotesAtPar: this.options.kernelCaps ?? false,
        tickets: takes.tickets,
        cash: of(takes.cash),
      };
      return say.quotesAnswer(
        takes.faceInventory === undefined ? quotesAt(input) : quotesAt(input, of(takes.faceInventory)),
      );
    },
    sell: ({ trader, ticket }) => say.tradeAnswer(this.#sell(trader, ticket)),
    buy: ({ trader, bucket }) => say.tradeAnswer(this.#buy(trader, bucket)),
    advance: () => say.advanceAnswer(advance(this.#settledUp)),
    orderFlow: (flow) => {
      const state = this.#opened;
      return say.orderFlowAnswer(orderFlow(state, formEligible(state), this.#choicesFor(flow)));
    },
    settle: () => say.settleAnswer(settle(this.#opened)),
    rollover: () => say.rolloverAnswer(rollOver(this.#opened)),
    updateAnchors: () => say.updateAnchorsAnswer(updateAnchors(this.#opened)),
    period: (flow) => {
      const period = runPeriod(this.#settledUp, this.#choicesFor(flow));
      return {
        advance: say.advanceAnswer(period.rebucketed),
        orderFlow: say.orderFlowAnswer(period.arrivals),
        settle: say.settleAnswer(period.settled),
        rollover: say.rolloverAnswer(period.rolled),
        updateAnchors: say.updateAnchorsAnswer(period.anchors),
      };
    },
    set: ({ path, value }) => this.#set(path, value),
    state: () => describeState(this.#opened, this.#openedWorld),
    stop: () => ({}),
  };

  get #openedWorld(): World {
    if (this.#world === null) throw invalid('there is no world yet: reset first');
    return this.#world;
  }

  get #opened(): Running {
    if (this.#state === null) throw invalid('there is no world yet: reset first');
    return this.#state;
  }

  /** The state, where a period may begin. LOOP-06R. */
  get #settledUp(): Running {
    const due = unsettled(this.#opened);
    if (due !== null)
      throw invalid(`${due.id} is due today and has not been settled: settle first (LOOP-06R)`);
    return this.#opened;
  }

  /** A script, a seed's own draws from their beginning, or the world's draws where they stopped. FLW-08, FLW-10R. */
  #choicesFor({ script, seed }: Operations['orderFlow']['takes']): Choices {
    if (script !== undefined) return scriptedChoices(this.#opened, script);
    return seed === undefined ? this.#choices : drawnChoices(streams(seed).orderFlow);
  }

  /** A named ticket is sold whatever the policy wants; without one the policy chooses it. TRD-15R. */
  #sell(id: string, ticketId: string | undefined) {
    const state = this.#opened;
    const customer = this.#customer(id);
    if (ticketId === undefined) {
      if (customer.kind !== 'trader') throw invalid(`${id} has no policy: name the ticket that it sells`);
      return sellByPolicy(state, customer);
    }
    const ticket = this.#ticket(ticketId);
    if (ticket.owner !== customer) throw invalid(`${id} does not hold ${ticketId}, ${ticket.owner.id} does`);
    if (customer.kind === 'dealer' && customer.bucket === ticket.bucket) {
      throw invalid(`${ticketId} is of ${id}'s own bucket`);
    }
    return sell(state, { customer, liquidityDriven: false }, ticket);
  }

  #buy(id: string, bucketId: string | undefined) {
    const state = this.#opened;
    const customer = this.#customer(id);
    if (bucketId === undefined) {
      if (customer.kind !== 'trader') throw invalid(`${id} has no policy: name the bucket that it buys from`);
      return buyByPolicy(state, customer);
    }
    const bucket = this.#market(bucketId);
    if (customer.kind === 'dealer' && customer.bucket === bucket.index)
      throw invalid(`${bucketId} is ${id}'s own bucket`);
    return buy(state, { customer, liquidityDriven: false }, bucket);
  }

  #party(id: string): Party {
    const party = this.#opened.parties.get(id);
    if (party === undefined) throw invalid(`nobody here is called ${id}`);
    return party;
  }

  /** Who may trade: anybody but a VBT, in a passive regime as in an active one. LOOP-08R, TRD-11. */
  #customer(id: string): Party {
    if (this.#opened.regime === 'baseline') throw invalid('nobody makes a market in the baseline');
    const party = this.#party(id);
    if (party.kind === 'vbt') throw invalid(`${id} is nobody's customer`);
    return party;
  }

  #market(id: string): Bucket {
    const bucket = this.#opened.buckets.find((candidate) => candidate.id === id);
    if (bucket === undefined) throw invalid(`there is no bucket ${id}`);
    if (bucket.desks === null) throw invalid('nobody makes a market in the baseline');
    return bucket;
  }

  #ticket(id: string): Ticket {
    const ticket = ticketNamed(this.#opened, id);
    if (ticket === null) throw invalid(`there is no ticket ${id}`);
    return ticket;
  }

  #set(path: string, value: string | readonly string[]): Record<string, never> {
    const [, kind, name, member] = /^(dealer|trader)\.(.+)\.(cash|tickets)$/.exec(path) ?? [];
    const settable = 'dealer.<bucket>.cash, dealer.<bucket>.tickets or trader.<id>.cash';
    if (name === undefined || (kind === 'trader' && member === 'tickets')) {
      throw invalid(`${path} cannot be set: ${settable} can`);
    }
    const party = kind === 'dealer' ? this.#dealer(name) : this.#party(name);
    if (kind === 'trader' && party.kind !== 'trader') throw invalid(`${name} is no trader`);
    if (member === 'cash') {
      if (typeof value !== 'string' || Number(value) < 0)
        throw invalid(`${path} takes an amount of at least 0`);
      setCash(this.#opened, party, toMoney(this.numbers.of(value)));
    } else {
      if (typeof value === 'string') throw invalid(`${path} takes a list of ticket ids`);
      this.#setTickets(party as Desk, value);
    }
    return {};
  }

  #dealer(bucket: string): Desk {
    return desksOf(this.#market(bucket)).dealer;
  }

  #setTickets(dealer: Desk, ids: readonly string[]): void {
    const tickets = [...new Set(ids)].map((id) => this.#ticket(id));
    setTickets(this.#opened, dealer, tickets);
  }
}
