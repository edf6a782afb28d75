/** Certificates of implementations, put side by side: what each showed of each clause. */
import { certificateSchema } from '../../verify/certificate.ts';
import { readAll } from '../../files/faults.ts';
import { InputFault, readJson, type TextFile } from '../../specification/input.ts';
import type { ImplementationResult } from './book.ts';

/** Results in the order given; certificates of different suites do not compare, and are refused. */
export function readCertificates(files: readonly TextFile[]): readonly ImplementationResult[] {
  const certificates = readAll(
    ...files.map((file) => () => ({ file, ...readJson(file, certificateSchema) })),
  );
  const [first] = certificates;
  const others = certificates.filter(
    ({ specification }) => specification.suite !== first?.specification.suite,
  );
  if (first !== undefined && others.length > 0) {
    const list = [first, ...others].map(
      ({ file, specification }) => `  ${file.path}: ${specification.suite.slice(0, 12)}`,
    );
    throw new InputFault(
      `these certificates are of different suites, and cannot be compared:\n${list.join('\n')}`,
    );
  }
  return certificates.map(({ implementation: { name, version, language }, arithmetic, clauses }) => ({
    name: `${name} ${version} (${language}, ${arithmetic.judged})`,
    clauses,
  }));
}
