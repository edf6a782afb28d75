/** What `gate --run` writes beside the messages: which tree it was that ran. */
import { z } from 'zod';
import { readJson, textHash, type TextFile } from '../specification/input.ts';

const schema = z.object({
  record: z.literal('ringspec gate 1'),
  commit: z.string().nullable(),
  catalogue: z.string(),
  /** SHA-256 by path. */
  features: z.record(z.string(), z.string()),
  /** SHA-256 of each message file and each report, by path. */
  messages: z.record(z.string(), z.string()),
  properties: z.string().nullable(),
  /** SHA-256 of the files that no commit holds as they ran, and of the step definitions. */
  code: z.record(z.string(), z.string()),
  /** The commands that ran, and how each ended. */
  commands: z.array(z.object({ command: z.string(), exit: z.number().nullable() })),
});
export type RunRecord = z.infer<typeof schema>;

export const readRecord = (file: TextFile): RunRecord => readJson(file, schema);

/** The tree as it stands before a run; `code` are files that no commit holds as they are. */
export const recordTree = (
  commit: string | null,
  catalogue: TextFile,
  features: readonly TextFile[],
  code: Readonly<Record<string, string>> = {},
): RunRecord => ({
  record: 'ringspec gate 1',
  commit,
  catalogue: textHash(catalogue.text),
  features: Object.fromEntries(features.map(({ path, text }) => [path, textHash(text)])),
  messages: {},
  properties: null,
  code,
  commands: [],
});

/** The record closed over what the run wrote. */
export const closeRecord = (
  record: RunRecord,
  wrote: Pick<RunRecord, 'messages' | 'properties' | 'code' | 'commands'>,
): RunRecord => ({ ...record, ...wrote, code: { ...wrote.code, ...record.code } });
