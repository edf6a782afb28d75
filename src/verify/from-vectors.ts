/** The conformance report of somebody who played the vectors, from the results that the runner wrote. */
import { Fault } from '../files/faults.ts';
import { readingFaults, readingsOf, type Readings } from '../protocol/rulings.ts';
import { census } from './census.ts';
import { certify } from './certificate.ts';
import type { ConformanceReport } from './conformance.ts';
import { inForce, knownFailureFaults, type KnownFailure } from './known-failures.ts';
import { askedPaths, specification } from './suite.ts';
import { judgeVectors } from './vectors/judged.ts';
import { refuseForeign } from './vectors/own.ts';
import type { PlayedVectors } from './vectors/results.ts';
import { judge } from './verdict.ts';
import { readCatalogue } from './verify.ts';

export interface VectorSettings {
  /** The file of results. */
  readonly path: string;
  readonly vectors: PlayedVectors;
  readonly known: readonly KnownFailure[];
  /** The day on which known failures are judged, as 2027-06-30. */
  readonly today: string;
  /** Rulings that it reads in a way of its own, beside those that it names itself. */
  readonly readings: Readings;
}

/** @throws Fault where the vectors are not those of this suite */
export async function reportOfVectors(settings: VectorSettings): Promise<ConformanceReport> {
  const { path, vectors, known, today } = settings;
  const { hello, command } = vectors.results;
  const readings = readingsOf(hello, settings.readings);
  const faulty = readingFaults(readings);
  if (faulty.length > 0) throw new Fault(faulty.join('\n'), 'badInput');
  const { scenarios, worlds, failures } = await judgeVectors(vectors, path, readings);
  // after what is quickly seen to be wrong: it runs scenarios
  await refuseForeign(vectors.index, vectors.indexPath);
  const verdict = judge(readCatalogue(), scenarios, inForce(known, today));
  const arithmetic = hello.arithmetic === 'float64' ? 'float64' : 'decimal';
  const terms = { command, arithmetic, tolerance: vectors.index.tolerance, readings } as const;
  const asked = { version: vectors.index.vectors, worlds };
  return {
    whole: true,
    certificate: certify(specification(), hello, terms, verdict, asked),
    census: census(scenarios, verdict, { paths: askedPaths }),
    faults: knownFailureFaults(known, verdict, today),
    worlds: failures,
    ...verdict,
  };
}
