/** What was asked of a world, and what came of it: an answer or a refusal. */
import type { Exchange } from '../src/protocol/asking.ts';
import type { ProtocolError, QuotesAnswer, StateAnswer, TradeAnswer } from '../src/protocol/protocol.ts';
import type { Refused } from './tables.ts';

/** Something that was done, as a failure tells of it. */
export interface Asked {
  readonly request: string;
  /** Null for what is no request to the implementation. */
  readonly exchange: Exchange | null;
  /** The state that it met. */
  readonly before: StateAnswer | null;
}

/** A request that was refused. */
export interface Refusal {
  readonly error: ProtocolError;
  readonly asked: Asked;
}

/** What an operation said: its answer, or that it was refused. */
export type Said = { readonly asked: Asked } & (
  | { readonly answer: unknown }
  | { readonly error: ProtocolError }
);

/** An order with what became of it, and the quotes of its bucket right after. */
export interface PlacedOrder {
  readonly trade: TradeAnswer;
  readonly after: QuotesAnswer | null;
}

/** What came of one request among several. */
export interface Outcome<T> {
  readonly got: T | Refused;
  readonly asked: Asked;
}

export const refusalText = ({ kind, message }: ProtocolError): string => `refused as ${kind}: ${message}`;
