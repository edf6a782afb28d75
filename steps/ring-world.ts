/** The cucumber World: builds the world of a scenario, drives the implementation under test, keeps what it said. */
import { setWorldConstructor, World, type IWorldOptions } from '@cucumber/cucumber';
import { Asking, NotAsked, Unsupported, type Exchange } from '../src/conformance/asking.ts';
import { InProcess } from '../src/conformance/in-process.ts';
import type { ScenarioRecord } from '../src/conformance/record.ts';
import { worldSchema } from '../src/conformance/schema.ts';
import { Supervised } from '../src/conformance/supervised.ts';
import {
  ProtocolError,
  type ArrivalAnswer,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
  type QuotesAnswer,
  type ScriptEntry,
  type StateAnswer,
  type TradeAnswer,
} from '../src/conformance/protocol.ts';
import { completeWorld } from '../src/conformance/world.ts';
import type { World as CoreWorld } from '../src/core/world.ts';
import { float64 } from '../src/f64.ts';
import { decimal, type Arithmetic } from '../src/num.ts';
import type { LoadedSweep } from '../src/scenario/sweep.ts';
import { TOLERANCE, tolerate } from './amounts.ts';
import { compareOpened } from './balance-sheets.ts';
import { ScenarioFile } from './scenario-file.ts';
import { showWorld, type Did } from './show.ts';
import { WorldBuilder } from './world-builder.ts';

export interface Parameters {
  readonly arithmetic?: 'decimal' | 'float64';
  /** Command of an implementation that speaks the protocol; the built-in core in process without it. */
  readonly command?: readonly [string, ...string[]];
  /** Factor on the time that it may take. */
  readonly slow?: number;
  /** The capabilities that it claims; all without it. */
  readonly claims?: readonly string[];
  /** How near money must be. */
  readonly tolerance?: string;
  /** Whether each scenario attaches a record for the conformance report. */
  readonly record?: boolean;
  /** Whether steps attach what was answered, for the pages of the specification. */
  readonly pictures?: boolean;
}

/** An order with what became of it, and the quotes of its bucket right after. */
export interface PlacedOrder {
  readonly trade: TradeAnswer;
  readonly after: QuotesAnswer | null;
  /** The request, and the state that it met. */
  readonly exchange: Exchange | null;
  readonly before: StateAnswer | null;
}

/** One child serves all scenarios: every scenario resets it. */
let served: Supervised | null = null;

const numbersOf = ({ arithmetic }: Parameters): Arithmetic => (arithmetic === 'float64' ? float64 : decimal);

function implementation(parameters: Parameters): ImplementationUnderTest {
  const { command, slow } = parameters;
  if (command === undefined) return new InProcess(numbersOf(parameters));
  served ??= new Supervised(command, slow);
  served.beginScenario();
  return served;
}

export async function closeServed(): Promise<void> {
  await served?.close();
  // another run in this process may have another command
  served = null;
}

export class RingWorld extends World<Parameters> {
  readonly under: Asking;
  readonly builder = new WorldBuilder();
  readonly file = new ScenarioFile();
  /** What the file says when it is read as a sweep. */
  sweep: LoadedSweep | null = null;
  /** The last answer of each operation. */
  readonly said: { [Op in OperationName]?: Operations[Op]['answers'] } = {};
  readonly orders: PlacedOrder[] = [];
  /** The arrivals of flows that were drawn again and again. */
  readonly drawn: (readonly ArrivalAnswer[])[] = [];
  /** What the kernel answered, row by row. */
  evaluated: readonly QuotesAnswer[] = [];
  /** The state when the world was opened, or when it was set from outside. */
  opening: StateAnswer | null = null;
  /** The state before the last action. */
  before: StateAnswer | null = null;
  /** What the violated check said when something went wrong; null where nothing was stopped. CHK-07. */
  stopped: string | null = null;
  /** A refused request that no step has spoken of yet. */
  refused: ProtocolError | null = null;
  /** The request behind the first difference, where it is not the last one. */
  blamed: { readonly exchange: Exchange | null; readonly before: StateAnswer | null } | null = null;

  constructor(options: IWorldOptions<Parameters>) {
    super(options);
    const { claims, tolerance } = options.parameters;
    tolerate(tolerance ?? TOLERANCE);
    this.under = new Asking(implementation(options.parameters), claims);
  }

  get arithmetic(): 'decimal' | 'float64' {
    return this.parameters.arithmetic ?? 'decimal';
  }

  /** The arithmetic of the profile, in which every run of the built-in core is made. */
  get numbers(): Arithmetic {
    return numbersOf(this.parameters);
  }

  /** The world of the Given steps, complete, for what the built-in core does with it apart from the protocol. */
  described(): CoreWorld {
    return completeWorld(worldSchema.parse(this.builder.world()));
  }

  /** What the conformance report needs to know of this scenario. */
  record(): ScenarioRecord {
    const { broken, requests, last } = this.under;
    const { exchange, before } = this.blamed ?? { exchange: last, before: this.before };
    return {
      requests,
      ended: broken instanceof Unsupported ? 'unsupported' : broken instanceof NotAsked ? 'not-run' : 'asked',
      why: broken?.message ?? '',
      exchange,
      before,
    };
  }

  /** Opens the world that the Given steps described, once. */
  async open(): Promise<void> {
    if (this.opening !== null) return;
    const world = this.builder.world();
    await this.under.call('reset', { world });
    const opening = await this.under.call('state', {});
    compareOpened(world, opening);
    this.opening = opening;
    this.before = opening;
    await this.#picture(opening, { did: 'open', takes: {}, refused: null });
  }

  /** One operation; its answer is kept, and so is a refusal, until a Then speaks of it. */
  async act<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers'] | null> {
    await this.open();
    this.before = await this.state();
    const answer = await this.attempt(op, takes);
    if (this.parameters.pictures === true) {
      const refused = this.refused?.message ?? null;
      const trade = op === 'sell' || op === 'buy' ? (answer as TradeAnswer | null) : null;
      await this.#picture(await this.state(), { did: op, takes: { ...takes }, refused, trade });
    }
    return answer;
  }

  /** Only for whoever asks for pictures: they take requests that no scenario makes. */
  async #picture(state: StateAnswer, did: Did): Promise<void> {
    if (this.parameters.pictures === true) await showWorld(this.under, state, did);
  }

  /** One operation on whatever world there is. */
  async attempt<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers'] | null> {
    try {
      const answer = await this.under.call(op, takes);
      this.said[op] = answer as (typeof this.said)[Op];
      return answer;
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.refused = error;
      return null;
    }
  }

  /** What an operation said last; it must have been asked. */
  last<Op extends OperationName>(op: Op): Operations[Op]['answers'] {
    const answer = this.said[op];
    if (answer === undefined) throw new Error(`nothing has been said about ${op} yet`);
    return answer;
  }

  async state(): Promise<StateAnswer> {
    await this.open();
    return this.under.call('state', {});
  }

  async quotes(bucket: string): Promise<QuotesAnswer> {
    await this.open();
    return this.under.call('quotes', { bucket });
  }

  async place(
    op: 'sell' | 'buy',
    takes: Operations['sell']['takes'] & Operations['buy']['takes'],
  ): Promise<void> {
    const trade = await this.act(op, takes);
    if (trade === null) return;
    const [exchange, before] = [this.under.last, this.before];
    const after = trade.bucket === null ? null : await this.quotes(trade.bucket);
    this.orders.push({ trade, after, exchange, before });
  }

  async flow(op: 'orderFlow' | 'period', script?: readonly ScriptEntry[]): Promise<void> {
    await this.act(op, script === undefined ? {} : { script });
    const { period } = this.said;
    if (op === 'period' && period !== undefined) Object.assign(this.said, period);
  }

  /** Sets one thing from outside; what is compared with the opening starts again from there. */
  async set(path: string, value: string | readonly string[]): Promise<void> {
    await this.act('set', { path, value });
    this.opening = await this.state();
    this.before = this.opening;
  }
}

setWorldConstructor(RingWorld);
