/**
 * The implementers' protocol, version 1: the operations by which features drive an implementation under
 * test, wherever it runs and whatever it is written in. Money is a decimal string, per ticket; counts and
 * days are integers.
 */
import type { CheckName } from '../core/checks/violation.ts';
import type { Refusal, RoutingReason, Side } from '../core/events.ts';
import type { World } from '../core/world.ts';

export const PROTOCOL_VERSION = 1;
/** Grows where something is added that nobody has to know of; 1 added the capabilities from `regimes` on. */
export const PROTOCOL_MINOR = 1;

export const capabilities = [
  'kernel',
  'trades',
  'rebucketing',
  'settlement',
  'anchors',
  'order_flow',
  'period',
  'rollover',
  'default_avoidance',
  'clearing:sequential',
  'clearing:clearing_vector',
  'cap_quotes_at_par',
  'backstop',
  'two_sided',
  'regimes',
  'guard_threshold',
  'least_spread',
  'dealer_customers',
  'input_checks',
  'units',
] as const;
export type Capability = (typeof capabilities)[number];

export interface Hello {
  readonly protocol: number;
  /** 0 where it is left out. */
  readonly minor?: number | undefined;
  readonly name: string;
  readonly version: string;
  readonly language: string;
  readonly capabilities: readonly string[];
  readonly arithmetic: string;
  /** Rulings that it reads in another way than the specification, by their names, as 'cap_quotes_at_par': true. */
  readonly rulings?: Readonly<Record<string, string | boolean>> | undefined;
}

export interface QuotesAnswer {
  readonly tickets: number;
  readonly faceInventory: string;
  readonly cash: string;
  readonly midValuedWealth: string;
  readonly fundableTickets: number;
  readonly capacity: string;
  readonly rungs: number;
  readonly layoffProbability: string;
  readonly insideWidth: string;
  readonly midline: string;
  readonly interiorAsk: string;
  readonly interiorBid: string;
  readonly ask: string;
  readonly bid: string;
  readonly outsideMid: string;
  readonly outsideSpread: string;
  readonly outsideAsk: string;
  readonly outsideBid: string;
  readonly askPinned: boolean;
  readonly bidPinned: boolean;
  readonly guard: boolean;
}

export interface TradeAnswer {
  readonly executed: boolean;
  readonly side: Side;
  readonly trader: string;
  readonly bucket: string | null;
  readonly ticket: string | null;
  readonly issuer: string | null;
  readonly price: string | null;
  readonly route: 'interior' | 'passthrough' | null;
  readonly reason: Refusal | null;
  readonly routedBecause: RoutingReason | null;
}

export interface ArrivalAnswer {
  readonly z: 0 | 1 | null;
  readonly side: Side;
  readonly fallback: boolean;
  readonly agent: string;
  readonly trade: TradeAnswer;
}

export interface AdvanceAnswer {
  readonly rebucketed: readonly {
    readonly ticket: string;
    readonly from: string;
    readonly to: string;
    readonly seller: string;
    readonly buyer: string;
    readonly price: string | null;
  }[];
}

export interface OrderFlowAnswer {
  readonly arrivals: readonly ArrivalAnswer[];
}

export interface SettleAnswer {
  readonly issuers: readonly {
    readonly issuer: string;
    readonly due: string;
    readonly cashBefore: string;
    readonly recovery: string;
    readonly cashAfter: string;
    readonly payouts: readonly {
      readonly holder: string;
      readonly tickets: number;
      readonly amount: string;
    }[];
  }[];
}

export interface RolloverAnswer {
  readonly issued: readonly {
    readonly ticket: string;
    readonly issuer: string;
    readonly owner: string;
    readonly maturity: number;
    readonly price: string;
    readonly placed?: { readonly seller: string; readonly buyer: string; readonly price: string };
  }[];
  readonly declined: readonly {
    readonly ticket: string;
    readonly issuer: string;
    readonly owner: string;
    readonly maturity: number;
    readonly price: string;
    readonly reason: string;
  }[];
}

export interface UpdateAnchorsAnswer {
  readonly buckets: readonly {
    readonly bucket: string;
    readonly lossRate: string;
    readonly outsideMid: string;
    readonly outsideSpread: string;
    readonly outsideAsk: string;
    readonly outsideBid: string;
  }[];
}

export interface PeriodAnswer {
  readonly advance: AdvanceAnswer;
  readonly orderFlow: OrderFlowAnswer;
  readonly settle: SettleAnswer;
  readonly rollover: RolloverAnswer;
  readonly updateAnchors: UpdateAnchorsAnswer;
}

interface DeskState {
  readonly cash: string;
  readonly equity: string;
}

/** The world at the present time, with what follows from it. */
export interface StateAnswer extends Omit<World, 'dealers' | 'vbts' | 'traders'> {
  readonly dealers: Readonly<Record<string, DeskState>>;
  readonly vbts: Readonly<Record<string, DeskState>>;
  readonly traders: readonly {
    readonly id: string;
    readonly cash: string;
    readonly equity: string;
    readonly issuer: string | null;
    readonly defaulted: boolean;
    readonly shortfall: string;
  }[];
  readonly totals: { readonly cash: string; readonly tickets: number };
}

/** One scripted arrival. FLW-08. */
export interface ScriptEntry {
  readonly z: 0 | 1;
  readonly agent: string;
}

/** A world with any member left out that has a default in the specification. */
export type PartialWorld = Readonly<Record<string, unknown>>;

export interface KernelArguments {
  readonly ticketSize: string;
  readonly outsideMid: string;
  readonly outsideSpread: string;
  readonly guardThreshold?: string;
  readonly clipOutsideBid?: boolean;
  readonly tickets: number;
  readonly cash: string;
  readonly faceInventory?: string;
}

type Nothing = Readonly<Record<string, never>>;

/** Every operation with what it takes and what it answers. */
export interface Operations {
  hello: { takes: { protocol: number }; answers: Hello };
  reset: { takes: { world: PartialWorld }; answers: Nothing };
  quotes: { takes: { bucket: string }; answers: QuotesAnswer };
  kernel: { takes: KernelArguments; answers: QuotesAnswer };
  sell: { takes: { trader: string; ticket?: string }; answers: TradeAnswer };
  buy: { takes: { trader: string; bucket?: string }; answers: TradeAnswer };
  advance: { takes: Nothing; answers: AdvanceAnswer };
  orderFlow: { takes: { script?: readonly ScriptEntry[]; seed?: number }; answers: OrderFlowAnswer };
  settle: { takes: Nothing; answers: SettleAnswer };
  rollover: { takes: Nothing; answers: RolloverAnswer };
  updateAnchors: { takes: Nothing; answers: UpdateAnchorsAnswer };
  period: { takes: { script?: readonly ScriptEntry[]; seed?: number }; answers: PeriodAnswer };
  set: { takes: { path: string; value: string | readonly string[] }; answers: Nothing };
  state: { takes: Nothing; answers: StateAnswer };
  stop: { takes: Nothing; answers: Nothing };
}
export type OperationName = keyof Operations;

export const errorKinds = ['unsupported', 'invalid', 'violation', 'internal'] as const;
export type ErrorKind = (typeof errorKinds)[number];

/** An answer with `ok: false`. `check` is set for a violation. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  constructor(
    readonly kind: ErrorKind,
    message: string,
    readonly check?: CheckName,
  ) {
    super(message);
  }
}

/** What the steps see of a program: one call, one answer, or a `ProtocolError`. */
export interface ImplementationUnderTest {
  call<Op extends OperationName>(op: Op, takes: Operations[Op]['takes']): Promise<Operations[Op]['answers']>;
  /** Ends it, and whatever it runs in. */
  close(): Promise<void>;
}
