/** Verifying an implementation: the greeting, the features that are asked, the verdict and the certificate. */
import { Fault } from '../files/faults.ts';
import { certify, type Certificate, type Terms } from './certificate.ts';
import { ChildFailure, ChildImplementation } from '../protocol/child.ts';
import type { ScenarioResult } from './collector.ts';
import { InProcess } from '../protocol/in-process.ts';
import { inForce, knownFailureFaults, type KnownFailure } from './known-failures.ts';
import { PROTOCOL_VERSION, ProtocolError, type Hello } from '../protocol/protocol.ts';
import { askedPaths, specification } from './suite.ts';
import { judge, type Verdict } from './verdict.ts';
import { readCatalogue, runFeatures } from './verify.ts';
import { float64 } from '../f64.ts';
import { decimal } from '../num.ts';

export interface Settings {
  /** The words of the command; null is the built-in core in this process. */
  readonly command: readonly [string, ...string[]] | null;
  /** The command as it was given, for the certificate. */
  readonly line: string;
  /** How figures are judged; left out, as the implementation says that it counts. */
  readonly arithmetic?: 'decimal' | 'float64';
  readonly tolerance: string;
  /** Factor on all time limits. */
  readonly slow: number;
  readonly known: readonly KnownFailure[];
  /** The day on which known failures are judged, as 2027-06-30. */
  readonly today: string;
  /** Feature files to ask, instead of all: for a look at one chapter. */
  readonly paths?: readonly string[];
}

export interface ConformanceReport extends Verdict {
  readonly certificate: Certificate;
  /** Known failures that do not apply, each in a line. */
  readonly faults: readonly string[];
}

export async function conformance(
  settings: Settings,
  ended: (result: ScenarioResult) => void = () => undefined,
): Promise<ConformanceReport> {
  const { command, known, today, tolerance, slow } = settings;
  const hello = await greet(settings);
  const arithmetic = settings.arithmetic ?? (hello.arithmetic === 'float64' ? 'float64' : 'decimal');
  const terms: Terms = { command: settings.line, arithmetic, tolerance };
  const results: ScenarioResult[] = [];
  const parameters = { arithmetic, tolerance, slow, claims: [...hello.capabilities], record: true };
  await runFeatures(
    command === null ? parameters : { ...parameters, command: [...command] },
    (result) => {
      results.push(result);
      ended(result);
    },
    settings.paths ?? askedPaths,
  );
  const verdict = judge(readCatalogue(), results, inForce(known, today));
  return {
    certificate: certify(specification(), hello, terms, verdict),
    faults: knownFailureFaults(known, verdict, today),
    ...verdict,
  };
}

/** Says hello once, before any scenario. */
async function greet({ command, arithmetic, slow }: Settings): Promise<Hello> {
  if (command === null)
    return new InProcess(arithmetic === 'float64' ? float64 : decimal).call('hello', {
      protocol: PROTOCOL_VERSION,
    });
  const [program, ...args] = command;
  const child = new ChildImplementation(program, args, slow);
  try {
    const hello = await child.call('hello', { protocol: PROTOCOL_VERSION });
    if (hello.protocol !== PROTOCOL_VERSION)
      throw new Fault(
        `it speaks protocol ${String(hello.protocol)}, not ${String(PROTOCOL_VERSION)}`,
        'unavailable',
      );
    return hello;
  } catch (error) {
    if (error instanceof ChildFailure || error instanceof ProtocolError)
      throw new Fault(error.message, 'unavailable');
    throw error;
  } finally {
    await child.close();
  }
}
