/** What goes over the queue: data, of which both ends check the shape before they use it. DST-01, DST-04. */
import { z } from 'zod';
import type { LoadedSweep } from '../../scenario/sweep.ts';
import { parseSweep } from '../../scenario/sweep.ts';
import { pointCount, resolvedSweep } from '../../scenario/grid.ts';
import { Fault } from '../../files/faults.ts';
import type { Keep } from '../keep.ts';
import { manifestFor } from '../sweep-folder.ts';
import type { Program } from './program.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const host = z.string().max(200);

/** Pairs that a worker runs in one go; so many go into a block at most. */
const MOST_IN_BLOCK = 1000;

/** Stands in the list of sweeps, by the hash of the sweep. */
export const announcementSchema = z.strictObject({ version: z.string().max(100), sources: sha256 });

const planSchema = z.strictObject({
  kind: z.literal('ringspec plan 1'),
  sweep_sha256: sha256,
  verify_share: z.number().min(0).max(1),
  keep: z.enum(['all', 'records']),
  keep_pairs: z.array(z.int().min(0)),
  sweep: z.record(z.string(), z.unknown()),
});

export const blockSchema = z.strictObject({
  sweep: sha256,
  pairs: z.array(z.int().min(0)).min(1).max(MOST_IN_BLOCK),
});
export type Block = z.infer<typeof blockSchema>;

/** The lines of the records of a block. */
export const answerSchema = z.array(z.string().max(10_000_000)).max(MOST_IN_BLOCK);

/** A worker says that it is there, or why it runs nothing of this sweep. */
export const presenceSchema = z.strictObject({
  host,
  pid: z.int().min(1),
  threads: z.int().min(1),
  refuses: z.string().max(1000).nullable(),
  /** Counts up while the worker is there. */
  beat: z.int().min(0),
});
export type Presence = z.infer<typeof presenceSchema>;

/** A text of JSON in this shape; null where it is anything else. */
export function readText<T>(schema: z.ZodType<T>, text: string | null | undefined): T | null {
  if (text == null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** What the pairs of a sweep are run from, and what is kept of them. */
export interface Plan extends Required<Keep> {
  readonly sweep: LoadedSweep;
  readonly verifyShare: number;
  readonly hash: string;
}

export const planText = ({ sweep, verifyShare, keepRuns, keepPairs, hash }: Plan): string =>
  JSON.stringify({
    kind: 'ringspec plan 1',
    sweep_sha256: hash,
    verify_share: verifyShare,
    keep: keepRuns ? 'all' : 'records',
    keep_pairs: keepPairs,
    sweep: resolvedSweep(sweep),
  });

/** The plan of the sweep with this hash, or what is wrong with it, in words. */
export function readPlan(text: string | null, hash: string): Plan | string {
  const read = readText(planSchema, text);
  if (read === null) return 'its plan is missing, or has another shape';
  const { verify_share: verifyShare, keep, keep_pairs: keepPairs } = read;
  try {
    const sweep = parseSweep(JSON.stringify(read.sweep), 'the plan');
    const plan = { sweep, verifyShare, keepRuns: keep === 'all', keepPairs, hash };
    const made = manifestFor({ ...plan, shard: null }).sweep_sha256;
    return made === hash ? plan : 'its plan is not the one that it has the hash of';
  } catch (error) {
    if (error instanceof Fault) return `its plan is no sweep: ${error.message}`;
    throw error;
  }
}

/** A block of this sweep, or what is wrong with it, in words. */
export function readBlock(data: unknown, { hash, sweep }: Plan): Block | string {
  const read = blockSchema.safeParse(data);
  if (!read.success) return 'it has another shape than a block';
  if (read.data.sweep !== hash) return 'it is a block of another sweep';
  const beyond = read.data.pairs.find((index) => index >= pointCount(sweep.grid));
  return beyond === undefined ? read.data : `it names pair ${String(beyond)}, which the sweep has not`;
}

export const announcementText = ({ version, sources }: Program): string =>
  JSON.stringify({ version, sources });
