/** The cucumber World: builds the world of a scenario, drives the implementation under test, keeps what it said. */
import { setWorldConstructor, World, type IWorldOptions } from '@cucumber/cucumber';
import { Asking } from '../src/protocol/asking.ts';
import { Disagreement, requestText, type Difference } from '../src/protocol/disagreement.ts';
import { worldSchema } from '../src/protocol/schema.ts';
import {
  ProtocolError,
  type ArrivalAnswer,
  type OperationName,
  type Operations,
  type PeriodAnswer,
  type QuotesAnswer,
  type ScriptEntry,
  type StateAnswer,
  type TradeAnswer,
} from '../src/protocol/protocol.ts';
import { completeWorld } from '../src/protocol/world.ts';
import type { World as CoreWorld } from '../src/core/world.ts';
import type { Arithmetic } from '../src/num.ts';
import type { LoadedSweep } from '../src/scenario/sweep.ts';
import { TOLERANCE, tolerate } from './amounts.ts';
import { compareOpened } from './balance-sheets.ts';
import type { CellKind } from './cells.ts';
import type { Writer } from './contents.ts';
import { ScenarioFile } from './scenario-file.ts';
import { showWorld, type Did } from './show.ts';
import { type Asked, type Outcome, type PlacedOrder, type Refusal, refusalText, type Said } from './said.ts';
import { Refused } from './tables.ts';
import { claimsIn, implementation, numbersOf, type Parameters } from './under-test.ts';
import { WorldBuilder } from './world-builder.ts';

/** The steps of a period, whose answers it gives by their names. */
const partsOfPeriod = ['advance', 'orderFlow', 'settle', 'rollover', 'updateAnchors'] as const;

/** So many requests may be under way; a child that says much more than it was asked is not read on. */
const AT_ONCE = 32;

export class RingWorld extends World<Parameters> {
  readonly under: Asking;
  readonly builder = new WorldBuilder();
  readonly file = new ScenarioFile();
  /** Documents that are no files, by the names that features give them, and how exactly their cells are read. */
  readonly documents = new Map<string, () => readonly [document: unknown, kind: CellKind]>();
  /** Who wrote files last. */
  written: Writer | null = null;
  /** What the file says when it is read as a sweep. */
  sweep: LoadedSweep | null = null;
  readonly #said = new Map<OperationName, Said>();
  /** Whether a run of this world stops at the first default. SET-07. */
  stopOnDefault = false;
  /** Whether checks of a run allow for the rounding of binary fractions; without it the run is made in them. */
  allowsRounding = true;
  /** Whether the core checks itself when something goes wrong. CHK-08. */
  checks = true;
  orders: Outcome<PlacedOrder>[] = [];
  /** The arrivals of flows that were drawn again and again. */
  drawn: (readonly ArrivalAnswer[])[] = [];
  /** What the kernel answered, row by row. */
  evaluated: readonly Outcome<QuotesAnswer>[] = [];
  /** Everything that was asked of the world since the opening state, in order. */
  course: Asked[] = [];
  /** What was done last. */
  latest: Asked = { request: 'nothing yet', exchange: null, before: null };
  /** The first thing that was found otherwise than the feature says. */
  disagreed: { readonly differences: readonly Difference[]; readonly asked: Asked } | null = null;
  /** The state when the world was opened, or when it was set from outside. */
  opening: StateAnswer | null = null;
  /** The state before the last action. */
  before: StateAnswer | null = null;
  /** What the violated check said when something went wrong; null where nothing was stopped. CHK-07. */
  stopped: string | null = null;
  /** Where cash or tickets came or went; null until they are counted. */
  books: readonly Difference[] | null = null;
  /** A refused request that no step has spoken of yet. */
  refused: Refusal | null = null;

  constructor(options: IWorldOptions<Parameters>) {
    super(options);
    const { tolerance } = options.parameters;
    tolerate(tolerance ?? TOLERANCE);
    this.under = new Asking(implementation(options.parameters), claimsIn(options.parameters));
  }

  get arithmetic(): 'decimal' | 'float64' {
    return this.parameters.arithmetic ?? 'decimal';
  }

  /** The arithmetic of the profile, in which every run of the built-in core is made. */
  get numbers(): Arithmetic {
    return numbersOf(this.parameters);
  }

  /** The world of the Given steps, complete, for steps that call the built-in core directly. */
  described(): CoreWorld {
    return completeWorld(worldSchema.parse(this.builder.world()));
  }

  /** Whether amounts are compared to the last unit of money: for those who have units. SET-05. */
  get exact(): boolean {
    return this.arithmetic === 'decimal' && this.under.may.claims.includes('units');
  }

  /** Something was done that is no request to the implementation. */
  does(request: string): void {
    this.latest = { request, exchange: null, before: null };
  }

  /** Ends the scenario where something differs; `asked` is the request that it came by, row by row where rows differ. */
  expect(
    differences: readonly Difference[],
    asked: Asked | ((row: number) => Asked | undefined) = this.latest,
  ): void {
    const [first] = differences;
    if (first === undefined) return;
    const about = typeof asked === 'function' ? (asked(first.row ?? 0) ?? this.latest) : asked;
    this.disagreed ??= { differences, asked: about };
    throw new Disagreement(differences, about.request);
  }

  /** Ends the scenario where a request was refused whose answer a step is about. */
  #refusedInstead(op: OperationName, error: ProtocolError, asked: Asked): never {
    this.expect([{ about: op, expected: 'an answer', found: refusalText(error) }], asked);
    throw error;
  }

  /** One operation whose answer is needed, whatever the scenario is about. */
  async ask<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    try {
      return await this.under.call(op, takes);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      const { last: exchange } = this.under;
      return this.#refusedInstead(op, error, {
        request: requestText(op, takes),
        exchange,
        before: this.before,
      });
    }
  }

  /** Opens the world that the Given steps described, once. */
  async open(): Promise<void> {
    if (this.opening !== null) return;
    const world = this.builder.world();
    await this.ask('reset', { world });
    this.latest = { request: requestText('reset', { world }), exchange: this.under.last, before: null };
    const opening = await this.ask('state', {});
    this.expect(compareOpened(world, opening));
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
    this.course.push(this.latest);
    if (this.parameters.pictures === true) {
      const refused = this.refused?.error.message ?? null;
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
      this.#hear(op, takes, { answer });
      return answer;
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#hear(op, takes, { error });
      this.refused = { error, asked: this.latest };
      return null;
    }
  }

  #hear(op: OperationName, takes: object, heard: { answer: unknown } | { error: ProtocolError }): void {
    const { before } = this;
    this.latest = { request: requestText(op, takes), exchange: this.under.last, before };
    this.#said.set(op, { ...heard, asked: this.latest });
    if (op !== 'period') return;
    for (const part of partsOfPeriod) {
      const own = 'answer' in heard ? { answer: (heard.answer as PeriodAnswer)[part] } : heard;
      this.#said.set(part, { ...own, asked: this.latest });
    }
  }

  /** Takes what was asked many times in one as the last answer of an operation. */
  takeAsSaid<Op extends OperationName>(op: Op, answer: Operations[Op]['answers'], request: string): void {
    this.latest = { request, exchange: this.under.last, before: this.before };
    this.#said.set(op, { answer, asked: this.latest });
  }

  /** What an operation said last, and to which request; the scenario ends here where it was refused. */
  last<Op extends OperationName>(
    op: Op,
  ): { readonly answer: Operations[Op]['answers']; readonly asked: Asked } {
    const said = this.#said.get(op);
    if (said === undefined) throw new Error(`no step of this scenario has asked for ${op}`);
    if ('error' in said) return this.#refusedInstead(op, said.error, said.asked);
    // kept under the operation that gave it
    return { answer: said.answer as Operations[Op]['answers'], asked: said.asked };
  }

  /** The state, asked where something else was asked since it was last answered. */
  async state(): Promise<StateAnswer> {
    await this.open();
    const last = this.under.conversation.at(-1);
    const isKnown = last?.op === 'state' && this.under.broken === null && !('refused' in last.answer);
    // the answer to a request for the state is one
    return isKnown ? (last.answer as StateAnswer) : this.ask('state', {});
  }

  /** The same request so many times, after others perhaps, without waiting for each answer. */
  async askManyTimes<T>(times: number, once: (n: number) => Promise<T>): Promise<T[]> {
    const answers: T[] = [];
    for (let n = 1; n <= times; n += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, times - n + 1) }, (_, i) => n + i);
      answers.push(...(await Promise.all(numbers.map(once))));
    }
    return answers;
  }

  async quotes(bucket: string): Promise<QuotesAnswer> {
    await this.open();
    return this.ask('quotes', { bucket });
  }

  async place(
    op: 'sell' | 'buy',
    takes: Operations['sell']['takes'] & Operations['buy']['takes'],
  ): Promise<void> {
    const trade = await this.act(op, takes);
    const asked = this.latest;
    if (trade === null) {
      const why = this.refused === null ? 'refused' : refusalText(this.refused.error);
      this.orders.push({ got: new Refused(why), asked });
      return;
    }
    const after = trade.bucket === null ? null : await this.quotes(trade.bucket);
    this.orders.push({ got: { trade, after }, asked });
  }

  async flow(op: 'orderFlow' | 'period', script?: readonly ScriptEntry[]): Promise<void> {
    await this.act(op, script === undefined ? {} : { script });
  }

  /** Sets one thing from outside; what is compared with the opening starts again from there. */
  async set(path: string, value: string | readonly string[]): Promise<void> {
    await this.act('set', { path, value });
    this.opening = await this.state();
    this.before = this.opening;
    this.course = [];
  }
}

setWorldConstructor(RingWorld);
