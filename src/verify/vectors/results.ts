/** What a runner of vectors found, as it writes it: `run_vectors.py --results results.json`. docs/vectors.md */
import { join } from 'node:path';
import { z } from 'zod';
import { inFiles, readAll, type FileFault } from '../../files/faults.ts';
import { readText } from '../../files/read-text.ts';
import { sha256 } from '../../files/sha256.ts';
import { answerSchemas } from '../../protocol/answer-schemas.ts';
import { readJson } from '../../specification/input.ts';
import { specification } from '../suite.ts';
import { INDEX } from './write.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in 64 hexadecimal digits');

/** How a file ended: `differ` where any answer is not as expected. */
export const fileResults = ['agree', 'differ', 'unsupported'] as const;

const fileResult = z
  .strictObject({
    file: z.string().describe('its name in the index'),
    result: z.enum(fileResults).describe('unsupported: it needs a capability that is not claimed'),
    answers: z
      .array(z.looseObject({}))
      .min(1)
      .optional()
      .describe('of one that differs: the answer to each of its requests, without ids'),
  })
  .refine(
    ({ result, answers }) => (result === 'differ') === (answers !== undefined),
    'answers where it differs, and nowhere else',
  );

export const resultsSchema = z.strictObject({
  results: z.literal(1).describe('the version of this form'),
  index: hash.describe('of the bytes of index.json'),
  folder: z.string().describe('the folder of vectors that was played'),
  command: z.string().describe('the program that was asked, for the certificate'),
  hello: answerSchemas.hello.describe('what it answered to hello'),
  files: z.array(fileResult).describe('one for each file of the index'),
});
export type VectorResults = z.infer<typeof resultsSchema>;

const about = {
  file: z.string(),
  sha256: hash,
  clauses: z.array(z.string()),
  capabilities: z.array(z.string()),
};

const indexSchema = z.looseObject({
  vectors: z.string(),
  suite: hash,
  tolerance: z.string(),
  files: z.array(
    z.discriminatedUnion('kind', [
      z.looseObject({
        ...about,
        kind: z.literal('feature'),
        name: z.string(),
        title: z.string(),
        at: z.string(),
      }),
      z.looseObject({ ...about, kind: z.literal('world'), name: z.string() }),
    ]),
  ),
  without: z.array(
    z.looseObject({ title: z.string(), at: z.string(), clauses: z.array(z.string()), requests: z.int() }),
  ),
});
export type VectorIndex = z.infer<typeof indexSchema>;
export type IndexEntry = VectorIndex['files'][number];

const vectorSchema = z.looseObject({
  exchanges: z.array(
    z.looseObject({ request: z.looseObject({ op: z.string() }), expected: z.looseObject({}) }),
  ),
});
type VectorFile = z.infer<typeof vectorSchema>;

/** A file that was played, with what came of it. */
export interface Played {
  readonly entry: IndexEntry;
  readonly exchanges: VectorFile['exchanges'];
  readonly result: (typeof fileResults)[number];
  readonly answers: readonly object[];
}

export interface PlayedVectors {
  readonly index: VectorIndex;
  readonly indexPath: string;
  readonly results: VectorResults;
  readonly played: readonly Played[];
}

/**
 * Reads results and the folder that they are of.
 *
 * @param folder where it is now; null for where it was when it was played
 * @throws Fault with everything that does not fit: another folder, another suite, a file without a result
 */
export function readResults(path: string, folder: string | null): PlayedVectors {
  const results = readJson({ path, text: readText(path) }, resultsSchema);
  const place = folder ?? results.folder;
  const indexPath = join(place, INDEX);
  const text = readText(indexPath, 'a folder of vectors: --vectors says where it is now');
  if (sha256(text) !== results.index)
    throw inFiles([fault(path, 'index', 'results of other vectors', `results of the vectors in ${place}`)]);
  const index = readJson({ path: indexPath, text }, indexSchema);
  const { suite } = specification();
  if (index.suite !== suite)
    throw inFiles([
      fault(
        indexPath,
        'suite',
        `vectors of suite ${index.suite.slice(0, 12)}`,
        `vectors that this ringspec writes, of suite ${suite.slice(0, 12)}: write them anew and play them again`,
      ),
    ]);
  const faults = results.files.flatMap(({ file }, i) =>
    index.files.some((entry) => entry.file === file)
      ? results.files.findIndex((other) => other.file === file) < i
        ? [fault(path, `files[${String(i)}]`, `${file} once more`, 'one result for a file')]
        : []
      : [fault(path, `files[${String(i)}]`, file, 'a file of the index')],
  );
  if (faults.length > 0) throw inFiles(faults);
  return {
    index,
    indexPath,
    results,
    played: readAll(...index.files.map((entry) => () => playedOf(entry, path, place, results))),
  };
}

function playedOf(entry: IndexEntry, path: string, folder: string, { files }: VectorResults): Played {
  const found = files.find(({ file }) => file === entry.file);
  if (found === undefined)
    throw inFiles([fault(path, 'files', `no result for ${entry.file}`, 'one for each file of the index')]);
  const file = join(folder, entry.file);
  const text = readText(file);
  if (sha256(text) !== entry.sha256)
    throw inFiles([fault(file, '', 'a file that was changed', 'the file as it was written')]);
  const { exchanges } = readJson({ path: file, text }, vectorSchema);
  const { result, answers = [] } = found;
  if (result === 'differ' && answers.length !== exchanges.length)
    throw inFiles([
      fault(
        path,
        entry.file,
        `${String(answers.length)} answers`,
        `${String(exchanges.length)}, one for each request`,
      ),
    ]);
  return { entry, exchanges, result, answers };
}

const fault = (file: string, path: string, found: string, allowed: string): FileFault => ({
  ...{ file, line: 0, path, found, allowed },
});
