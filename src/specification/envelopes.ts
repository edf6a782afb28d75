/** The lines of a message file, held against what is read of them. Cucumbers of other versions add and leave out more. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { faultsIn, inFiles, type FileFault } from '../files/faults.ts';
import { parseJson } from '../files/json.ts';
import type { LineFile } from '../files/lines.ts';
import { inWords, shapeFaults } from '../files/shape.ts';

const id = z.string().min(1);
const ids = z.array(id);
const location = z.object({ line: z.int().min(1) });
const status = z.enum(['UNKNOWN', 'PASSED', 'SKIPPED', 'PENDING', 'UNDEFINED', 'AMBIGUOUS', 'FAILED']);
// cucumbers before message version 15 wrote whole seconds as a text
const seconds = z.union([z.number(), z.string().regex(/^\d+$/)], 'a number').optional();
const duration = z.object({ seconds, nanos: z.number().optional() });
const result = z.object({ status, message: z.string().optional(), duration: duration.optional() });

const scenario = z.object({
  id,
  location,
  examples: z.array(z.object({ tableBody: z.array(z.object({ id, location })) })).optional(),
});
const ruleChild = z.object({ scenario: scenario.optional() });
const rule = z.object({ name: z.string(), children: z.array(ruleChild) });
const feature = z.object({ children: z.array(ruleChild.extend({ rule: rule.optional() })) });

const schema = z.object({
  meta: z
    .object({
      implementation: z.object({ name: z.string(), version: z.string().optional() }),
      os: z.object({ name: z.string() }).optional(),
      ci: z.object({ git: z.object({ revision: z.string() }).optional() }).optional(),
    })
    .optional(),
  source: z.object({ uri: z.string(), data: z.string() }).optional(),
  gherkinDocument: z.object({ uri: z.string().optional(), feature: feature.optional() }).optional(),
  pickle: z
    .object({
      id,
      uri: z.string(),
      name: z.string().optional(),
      tags: z.array(z.object({ name: z.string() })).optional(),
      astNodeIds: ids.min(1),
      steps: z.array(z.object({ id, text: z.string() })),
    })
    .optional(),
  parseError: z.object({ source: z.object({ uri: z.string().optional() }), message: z.string() }).optional(),
  stepDefinition: z
    .object({
      id,
      pattern: z.object({ source: z.string() }),
      sourceReference: z.object({
        uri: z.string().optional(),
        javaMethod: z.object({ className: z.string(), methodName: z.string().optional() }).optional(),
        javaStackTraceElement: z
          .object({ className: z.string(), fileName: z.string().optional() })
          .optional(),
        location: location.optional(),
      }),
    })
    .optional(),
  testRunStarted: z.object({}).optional(),
  testRunHookStarted: z.object({ id }).optional(),
  testRunHookFinished: z.object({ testRunHookStartedId: id, result }).optional(),
  testCase: z
    .object({
      id,
      pickleId: id,
      testSteps: z.array(z.object({ id, pickleStepId: id.optional(), stepDefinitionIds: ids.optional() })),
    })
    .optional(),
  testCaseStarted: z.object({ id, testCaseId: id, attempt: z.int().min(0) }).optional(),
  testStepFinished: z.object({ testCaseStartedId: id, testStepId: id, testStepResult: result }).optional(),
  attachment: z
    .object({
      body: z.string(),
      mediaType: z.string(),
      testCaseStartedId: id.optional(),
      testStepId: id.optional(),
    })
    .optional(),
  testCaseFinished: z.object({ testCaseStartedId: id, willBeRetried: z.boolean().optional() }).optional(),
  testRunFinished: z
    .object({
      success: z.boolean().optional(),
      message: z.string().optional(),
      exception: z.object({ type: z.string().optional(), message: z.string().optional() }).optional(),
    })
    .optional(),
});
export type Envelope = z.infer<typeof schema>;
const isKind = (name: string): name is keyof Envelope => Object.hasOwn(schema.shape, name);

/**
 * Calls back with every envelope of a message file and its line, and gives the SHA-256 of the file. A feature that
 * is told again in the same bytes, as a parallel run does with every case, is heard once.
 *
 * @param only the one kind to read; the other lines go into the hash and are not looked at
 * @throws Fault at its end, with every fault of its lines
 */
export function hearEnvelopes(
  { path, lines }: LineFile,
  hear: (envelope: Envelope, line: number) => void,
  only?: keyof Envelope,
): string {
  const faults: FileFault[] = [];
  const hash = createHash('sha256');
  const told = new Set<string>();
  let n = 0;
  for (const line of lines) {
    n++;
    if (line.trim() === '') continue;
    hash.update(`${line}\n`);
    if (only !== undefined && !line.includes(`"${only}"`)) continue;
    if (isToldAgain(line, told)) continue;
    try {
      hear(readEnvelope(line, path, n), n);
    } catch (error) {
      faults.push(...faultsIn(error));
    }
  }
  if (faults.length > 0) throw inFiles(faults);
  return hash.digest('hex');
}

function isToldAgain(line: string, told: Set<string>): boolean {
  if (!line.startsWith('{"gherkinDocument"') && !line.startsWith('{"source"')) return false;
  const name = createHash('sha256').update(line).digest('base64');
  if (told.has(name)) return true;
  told.add(name);
  return false;
}

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the first message files called otherwise, by its present name. */
const renamed = { testResult: 'testStepResult', text: 'body', binary: 'body' } as const;

/** An envelope of the first message files with the names of today; any other as it is. */
function withPresentNames(envelope: unknown): unknown {
  if (!isMembers(envelope)) return envelope;
  for (const kind of ['testStepFinished', 'attachment']) {
    const told = envelope[kind];
    if (!isMembers(told)) continue;
    const names = Object.entries(renamed).filter(([old, now]) => old in told && !(now in told));
    if (names.length === 0) return envelope;
    const members = Object.entries(told).map(([name, value]) => [
      names.find(([old]) => old === name)?.[1] ?? name,
      value,
    ]);
    return { ...envelope, [kind]: Object.fromEntries(members) as Members };
  }
  return envelope;
}

/** Each member by its own schema: one of sixteen is there, and a run of twenty thousand rows has 200 000 envelopes. */
function readEnvelope(text: string, file: string, line: number): Envelope {
  const value = withPresentNames(parseJson(text, file, line));
  if (isMembers(value)) {
    const members: Record<string, unknown> = {};
    let isWhole = true;
    for (const [kind, told] of Object.entries(value)) {
      if (!isKind(kind)) continue;
      const read = schema.shape[kind].safeParse(told);
      isWhole &&= read.success;
      members[kind] = read.data;
    }
    // each member has passed the schema of its name
    if (isWhole) return members;
  }
  const read = schema.safeParse(value, { error: inWords });
  if (read.success) return read.data;
  throw inFiles(shapeFaults(read.error, value).map((fault): FileFault => ({ file, line, ...fault })));
}
