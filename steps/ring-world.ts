/** The cucumber World: builds the world of a scenario, drives the implementation under test, keeps what it said. */
import { setWorldConstructor, World, type IWorldOptions } from '@cucumber/cucumber';
import { ChildImplementation } from '../src/conformance/child.ts';
import { InProcess } from '../src/conformance/in-process.ts';
import {
  ProtocolError,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
  type QuotesAnswer,
  type ScriptEntry,
  type StateAnswer,
  type TradeAnswer,
} from '../src/conformance/protocol.ts';
import { float64 } from '../src/f64.ts';
import { decimal } from '../src/num.ts';
import type { LoadedSweep } from '../src/scenario/sweep.ts';
import { ScenarioFile } from './scenario-file.ts';
import { WorldBuilder } from './world-builder.ts';

export interface Parameters {
  readonly arithmetic?: 'decimal' | 'float64';
  /** Command of an implementation that speaks the protocol; the built-in core in process without it. */
  readonly command?: readonly [string, ...string[]];
}

/** An order with what became of it, and the quotes of its bucket right after. */
export interface PlacedOrder {
  readonly trade: TradeAnswer;
  readonly after: QuotesAnswer | null;
}

/** One child serves all scenarios: every scenario resets it. */
let served: ChildImplementation | null = null;

function implementation({ command, arithmetic }: Parameters): ImplementationUnderTest {
  if (command === undefined) return new InProcess(arithmetic === 'float64' ? float64 : decimal);
  const [program, ...args] = command;
  if (served?.failure !== null) served = new ChildImplementation(program, args);
  return served;
}

/** Ends the child; another run of cucumber in this process starts its own. */
export async function closeServed(): Promise<void> {
  const child = served;
  served = null;
  await child?.close();
}

export class RingWorld extends World<Parameters> {
  readonly under: ImplementationUnderTest;
  readonly builder = new WorldBuilder();
  readonly file = new ScenarioFile();
  /** What the file says when it is read as a sweep. */
  sweep: LoadedSweep | null = null;
  /** The last answer of each operation. */
  readonly said: { [Op in OperationName]?: Operations[Op]['answers'] } = {};
  readonly orders: PlacedOrder[] = [];
  /** What the kernel answered, row by row. */
  evaluated: readonly QuotesAnswer[] = [];
  /** The state when the world was opened, or when it was set from outside. */
  opening: StateAnswer | null = null;
  /** The state before the last action. */
  before: StateAnswer | null = null;
  /** A refused request that no step has spoken of yet. */
  refused: ProtocolError | null = null;

  constructor(options: IWorldOptions<Parameters>) {
    super(options);
    this.under = implementation(options.parameters);
  }

  /** Opens the world that the Given steps described, once. */
  async open(): Promise<void> {
    if (this.opening !== null) return;
    await this.under.call('reset', { world: this.builder.world() });
    this.opening = await this.under.call('state', {});
    this.before = this.opening;
  }

  /** One operation; its answer is kept, and so is a refusal, until a Then speaks of it. */
  async act<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers'] | null> {
    await this.open();
    this.before = await this.state();
    return this.attempt(op, takes);
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
    const after = trade.bucket === null ? null : await this.quotes(trade.bucket);
    this.orders.push({ trade, after });
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
