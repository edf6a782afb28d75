/** What `gate --run` writes beside the messages: which tree it was that ran. */
import { z } from 'zod';
import { readJson, sha256, type TextFile } from '../specification/input.ts';

const schema = z.object({
  record: z.literal('ringspec gate 1'),
  commit: z.string().nullable(),
  catalogue: z.string(),
  /** SHA-256 by path. */
  features: z.record(z.string(), z.string()),
  messages: z.string().nullable(),
  properties: z.string().nullable(),
});
export type RunRecord = z.infer<typeof schema>;

export const readRecord = (file: TextFile): RunRecord => readJson(file, schema);

/** The tree as it stands before a run. */
export const recordTree = (
  commit: string | null,
  catalogue: TextFile,
  features: readonly TextFile[],
): RunRecord => ({
  record: 'ringspec gate 1',
  commit,
  catalogue: sha256(catalogue.text),
  features: Object.fromEntries(features.map(({ path, text }) => [path, sha256(text)])),
  messages: null,
  properties: null,
});

/** The record closed over what the run wrote. */
export const closeRecord = (
  record: RunRecord,
  messages: string | null,
  properties: string | null,
): RunRecord => ({
  ...record,
  messages: messages === null ? null : sha256(messages),
  properties: properties === null ? null : sha256(properties),
});
