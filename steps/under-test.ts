/** Whom the scenarios ask: the built-in core in this process, or one child that serves all of them. */
import { startOther } from '../src/protocol/in-this-process.ts';
import { InProcess } from '../src/protocol/in-process.ts';
import type { ImplementationUnderTest } from '../src/protocol/protocol.ts';
import { Supervised } from '../src/protocol/supervised.ts';
import type { Claims } from '../src/protocol/asking.ts';
import { capabilities } from '../src/protocol/protocol.ts';
import type { Readings } from '../src/protocol/rulings.ts';
import { float64 } from '../src/f64.ts';
import { decimal, type Arithmetic } from '../src/num.ts';

export interface Parameters {
  readonly arithmetic?: 'decimal' | 'float64';
  /** Command of an implementation that speaks the protocol; the built-in core in process without it. */
  readonly command?: readonly [string, ...string[]];
  /** Factor on the time that it may take. */
  readonly slow?: number;
  /** The capabilities that it is asked for, and those that it named itself; all without them. */
  readonly claims?: readonly string[];
  readonly named?: readonly string[];
  /** Rulings that it reads in a way of its own. */
  readonly readings?: Readings;
  /** Scenarios that are not asked under these readings, by their places, each with the reason. */
  readonly aside?: Readonly<Record<string, string>>;
  /** How near money must be. */
  readonly tolerance?: string;
  /** Whether each scenario attaches a record for the conformance report. */
  readonly record?: boolean;
  /** Whether scenarios about the program around the model are left out. */
  readonly modelOnly?: boolean;
  /** Whether steps attach what was answered, for the pages of the specification. */
  readonly pictures?: boolean;
}

/** One child serves all scenarios: every scenario resets it. */
let served: Supervised | null = null;

export const numbersOf = ({ arithmetic }: Parameters): Arithmetic =>
  arithmetic === 'float64' ? float64 : decimal;

export const claimsIn = ({ claims, named, readings = {} }: Parameters): Claims => ({
  claims: claims ?? capabilities,
  named: named ?? capabilities,
  readings,
});

/** The built-in core that reads as the implementation does, to compare with. */
export const comparedWith = ({ readings = {} }: Parameters): ImplementationUnderTest =>
  new InProcess(decimal, { checks: false, kernelCaps: readings['cap_quotes_at_par'] === true });

export function implementation(parameters: Parameters): ImplementationUnderTest {
  const { command, slow } = parameters;
  if (command === undefined) {
    const other = startOther();
    if (other !== null) return other;
    const kernelCaps = parameters.readings?.['cap_quotes_at_par'] === true;
    return new InProcess(numbersOf(parameters), { kernelCaps });
  }
  served ??= new Supervised(command, slow);
  served.beginScenario();
  return served;
}

/** Whether it is the built-in core, in this process. */
export const isBuiltIn = (under: ImplementationUnderTest): boolean => under instanceof InProcess;

export async function closeServed(): Promise<void> {
  await served?.close();
  // another run in this process may have another command
  served = null;
}
