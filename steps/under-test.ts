/** Whom the scenarios ask: the built-in core in this process, or one child that serves all of them. */
import { InProcess } from '../src/protocol/in-process.ts';
import type { ImplementationUnderTest } from '../src/protocol/protocol.ts';
import { Supervised } from '../src/protocol/supervised.ts';
import { float64 } from '../src/f64.ts';
import { decimal, type Arithmetic } from '../src/num.ts';

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

/** One child serves all scenarios: every scenario resets it. */
let served: Supervised | null = null;

export const numbersOf = ({ arithmetic }: Parameters): Arithmetic =>
  arithmetic === 'float64' ? float64 : decimal;

export function implementation(parameters: Parameters): ImplementationUnderTest {
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
