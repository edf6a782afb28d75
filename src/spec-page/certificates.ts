/** Certificates of implementations, put side by side: what each showed of each clause. */
import { z } from 'zod';
import { InputFault, readJson, type TextFile } from '../gate/input.ts';
import type { ImplementationResult } from './book.ts';

const schema = z.looseObject({
  program: z.literal('ringspec'),
  certificate: z.literal(1),
  specification: z.looseObject({ suite: z.string() }),
  implementation: z.looseObject({ name: z.string(), version: z.string(), language: z.string() }),
  arithmetic: z.looseObject({ judged: z.string() }),
  clauses: z.record(z.string(), z.string()),
});

/** Results in the order given; certificates of different suites do not compare, and are refused. */
export function readCertificates(files: readonly TextFile[]): readonly ImplementationResult[] {
  const certificates = files.map((file) => ({ file, ...readJson(file, schema) }));
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
