/** The conformance report of somebody who played the vectors, from the results that the runner wrote. */
import { join } from 'node:path';
import { Fault } from '../files/faults.ts';
import { readingFaults, readingsOf, type Readings } from '../protocol/rulings.ts';
import { census } from './census.ts';
import { certify } from './certificate.ts';
import type { ConformanceReport } from './conformance.ts';
import { inForce, knownFailureFaults, type KnownFailure } from './known-failures.ts';
import { askedPaths, specification } from './suite.ts';
import { judgeVectors } from './vectors/judged.ts';
import { refuseForeign } from './vectors/own.ts';
import { readResults } from './vectors/results.ts';
import { INDEX } from './vectors/write.ts';
import { judge } from './verdict.ts';
import { readCatalogue } from './verify.ts';

export interface VectorSettings {
  /** The file of results. */
  readonly path: string;
  /** Where the vectors are; null for where they were when they were played. */
  readonly folder: string | null;
  readonly known: readonly KnownFailure[];
  /** The day on which known failures are judged, as 2027-06-30. */
  readonly today: string;
  /** Rulings that it reads in a way of its own, beside those that it names itself. */
  readonly readings: Readings;
}

/** @throws Fault where the results do not fit the vectors, or those not this suite */
export async function reportOfVectors(settings: VectorSettings): Promise<ConformanceReport> {
  const { path, folder, known, today } = settings;
  const vectors = readResults(path, folder);
  const { hello, command } = vectors.results;
  const readings = readingsOf(hello, settings.readings);
  const faulty = readingFaults(readings);
  if (faulty.length > 0) throw new Fault(faulty.join('\n'), 'badInput');
  await refuseForeign(vectors.index, join(folder ?? vectors.results.folder, INDEX));
  const { scenarios, worlds, failures } = await judgeVectors(vectors, path, readings);
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
