/** Verifying an implementation: the greeting, the features that are asked, the verdict and the certificate. */
import { Fault } from '../files/faults.ts';
import { certify, type Certificate, type Terms } from './certificate.ts';
import { ChildFailure, ChildImplementation } from '../protocol/child.ts';
import type { ScenarioResult } from './collector.ts';
import { InProcess } from '../protocol/in-process.ts';
import { askInstead } from '../protocol/in-this-process.ts';
import { census, type Census } from './census.ts';
import { inForce, knownFailureFaults, type KnownFailure } from './known-failures.ts';
import { claimsOf } from '../protocol/needs.ts';
import {
  PROTOCOL_VERSION,
  ProtocolError,
  type Hello,
  type ImplementationUnderTest,
} from '../protocol/protocol.ts';
import { impliedClaims, readingFaults, readingsOf, readingText, type Readings } from '../protocol/rulings.ts';
import { askedPaths, specification } from './suite.ts';
import { judge, type Verdict } from './verdict.ts';
import type { WorldFailure } from './vectors/judged.ts';
import { readCatalogue, runFeatures, type Json, type Which } from './verify.ts';
import { float64 } from '../f64.ts';
import { decimal } from '../num.ts';

export interface Settings {
  /** The words of the command, or an implementation in this process; null is the built-in core. */
  readonly command: readonly [string, ...string[]] | (() => ImplementationUnderTest) | null;
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
  /** Rulings that it reads in a way of its own, beside those that it names itself. */
  readonly readings?: Readings;
  /** Which scenarios are asked, instead of all: for a look at some. */
  readonly which?: Which;
}

export interface ConformanceReport extends Verdict {
  /** Whether all scenarios were asked. */
  readonly whole: boolean;
  readonly certificate: Certificate;
  readonly census: Census;
  /** Known failures that do not apply, each in a line. */
  readonly faults: readonly string[];
  /** Random worlds of the vectors of which an answer differs; none where scenarios were asked. */
  readonly worlds: readonly WorldFailure[];
}

export async function conformance(
  settings: Settings,
  ended: (result: ScenarioResult) => void = () => undefined,
): Promise<ConformanceReport> {
  const { command, known, today, tolerance, slow, which = {} } = settings;
  const hello = await greet(settings);
  const readings = readingsOf(hello, settings.readings ?? {});
  const faults = readingFaults(readings);
  if (faults.length > 0) throw new Fault(faults.join('\n'), 'badInput');
  const arithmetic = settings.arithmetic ?? (hello.arithmetic === 'float64' ? 'float64' : 'decimal');
  const terms: Terms = { command: settings.line, arithmetic, tolerance, readings };
  const paths = which.paths ?? askedPaths;
  const results: ScenarioResult[] = [];
  const claims = [...new Set([...claimsOf(hello), ...impliedClaims(readings)])];
  const named = [...new Set([...hello.capabilities, ...impliedClaims(readings)])];
  const asked = { arithmetic, tolerance, slow, claims, named, readings, record: true, modelOnly: true };
  const aside = await setAside(readings, { ...which, paths });
  if (typeof command === 'function') askInstead(command);
  try {
    await runFeatures(
      Array.isArray(command) ? { ...asked, aside, command: [...command] } : { ...asked, aside },
      (result) => {
        results.push(result);
        ended(result);
      },
      { ...which, paths },
    );
  } finally {
    askInstead(null);
  }
  const verdict = judge(readCatalogue(), results, inForce(known, today));
  return {
    whole: which.paths === undefined && which.tags === undefined && !isCutShort(which, verdict),
    certificate: certify(specification(), hello, terms, verdict),
    census: census(results, verdict, { ...which, paths }),
    faults: knownFailureFaults(known, verdict, today),
    worlds: [],
    ...verdict,
  };
}

/** Whether it ended at the first failure. */
const isCutShort = ({ failFast = false }: Which, { counts }: Verdict): boolean =>
  failFast && counts.failed > 0;

/** Scenarios whose figures are of another reading, by their places: the core, reading so, fails them. */
async function setAside(readings: Readings, which: Which): Promise<Record<string, string>> {
  const aside: Record<string, Json & string> = {};
  if (Object.keys(readings).length === 0) return aside;
  const parameters = { arithmetic: 'decimal', readings, record: true, modelOnly: true };
  await runFeatures(
    parameters,
    ({ passed, place, record, message }) => {
      if (passed || record?.ended === 'left-out') return;
      const [first] = record?.differences ?? [];
      const figures =
        first === undefined
          ? (message.split('\n')[0] ?? '')
          : `${first.about} is ${first.expected}, and ${first.found} under ${readingText(readings)}`;
      aside[place] =
        record?.ended === 'set-aside' ? record.why : `its figures are of the other reading: ${figures}`;
    },
    { ...which, failFast: false },
  );
  return aside;
}

/** Says hello once, before any scenario. */
async function greet({ command, arithmetic, slow }: Settings): Promise<Hello> {
  if (typeof command === 'function') return command().call('hello', { protocol: PROTOCOL_VERSION });
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
