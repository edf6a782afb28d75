/** The lines of a message file, held against what is read of them. Cucumbers of other versions add and leave out more. */
import { z } from 'zod';
import { faultsIn, inFiles, type FileFault } from '../files/faults.ts';
import { parseJson } from '../files/json.ts';
import { inWords, shapeFaults } from '../files/shape.ts';

const id = z.string().min(1);
const ids = z.array(id);
const location = z.object({ line: z.int().min(1), column: z.int().min(0).optional() });
const timestamp = z.object({ seconds: z.number(), nanos: z.number().optional() });
const status = z.enum(['UNKNOWN', 'PASSED', 'SKIPPED', 'PENDING', 'UNDEFINED', 'AMBIGUOUS', 'FAILED']);
const result = z.object({ status, message: z.string().optional() });

const cells = z.array(z.object({ value: z.string() }));
const row = z.object({ id, location, cells });
const docString = z.object({ content: z.string() }).optional();
const step = z.object({
  id,
  keyword: z.string(),
  text: z.string(),
  docString,
  dataTable: z.object({ rows: z.array(row) }).optional(),
});
const background = z.object({ steps: z.array(step) });
const scenario = z.object({
  id,
  location,
  name: z.string(),
  description: z.string(),
  steps: z.array(step),
  examples: z.array(z.object({ id, tableHeader: row.optional(), tableBody: z.array(row) })),
});
const ruleChild = z.object({ background: background.optional(), scenario: scenario.optional() });
const rule = z.object({ name: z.string(), description: z.string(), children: z.array(ruleChild) });
const feature = z.object({
  name: z.string(),
  description: z.string(),
  children: z.array(ruleChild.extend({ rule: rule.optional() })),
});

const pickleStep = z.object({
  id,
  text: z.string(),
  astNodeIds: ids.min(1),
  argument: z
    .object({
      dataTable: z.object({ rows: z.array(z.object({ cells })) }).optional(),
      docString,
    })
    .optional(),
});

const schema = z.object({
  meta: z
    .object({
      implementation: z.object({ name: z.string(), version: z.string().optional() }),
      ci: z.object({ git: z.object({ revision: z.string() }).optional() }).optional(),
    })
    .optional(),
  source: z.object({ uri: z.string(), data: z.string() }).optional(),
  gherkinDocument: z.object({ uri: z.string().optional(), feature: feature.optional() }).optional(),
  pickle: z.object({ id, uri: z.string(), astNodeIds: ids.min(1), steps: z.array(pickleStep) }).optional(),
  parseError: z.object({ source: z.object({ uri: z.string().optional() }), message: z.string() }).optional(),
  hook: z.object({ id }).optional(),
  stepDefinition: z
    .object({
      id,
      pattern: z.object({ source: z.string() }),
      sourceReference: z.object({
        uri: z.string().optional(),
        javaMethod: z.object({ className: z.string() }).optional(),
        location: location.optional(),
      }),
    })
    .optional(),
  testRunStarted: z.object({ timestamp }).optional(),
  testRunHookStarted: z.object({ id }).optional(),
  testRunHookFinished: z.object({ testRunHookStartedId: id, result }).optional(),
  testCase: z
    .object({
      id,
      pickleId: id,
      testSteps: z.array(z.object({ id, pickleStepId: id.optional(), stepDefinitionIds: ids.optional() })),
    })
    .optional(),
  testCaseStarted: z.object({ id, testCaseId: id, attempt: z.int().min(0), timestamp }).optional(),
  testStepStarted: z.object({ testCaseStartedId: id, testStepId: id }).optional(),
  testStepFinished: z.object({ testCaseStartedId: id, testStepId: id, testStepResult: result }).optional(),
  attachment: z
    .object({
      body: z.string(),
      mediaType: z.string(),
      testCaseStartedId: id.optional(),
      testStepId: id.optional(),
      testRunHookStartedId: id.optional(),
    })
    .optional(),
  testCaseFinished: z
    .object({ testCaseStartedId: id, timestamp, willBeRetried: z.boolean().optional() })
    .optional(),
  testRunFinished: z.object({ success: z.boolean().optional() }).optional(),
  suggestion: z.object({ pickleStepId: id }).optional(),
});
type Envelope = z.infer<typeof schema>;

/** Every envelope of a message file, one a line. @throws Fault with every fault of it. */
export function readEnvelopes(path: string, text: string): Envelope[] {
  const faults: FileFault[] = [];
  const references = new References();
  const envelopes = text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      const envelope = readEnvelope(line, path, i + 1);
      references.note(envelope, i + 1);
      return [envelope];
    } catch (error) {
      faults.push(...faultsIn(error));
      return [];
    }
  });
  // what a faulty line would have declared is not known
  if (faults.length === 0)
    faults.push(...references.broken().map((fault): FileFault => ({ file: path, ...fault })));
  if (faults.length > 0) throw inFiles(faults);
  return envelopes;
}

function readEnvelope(text: string, file: string, line: number): Envelope {
  const value = parseJson(text, file, line);
  const read = schema.safeParse(value, { error: inWords });
  // unknown members are left in: they are the library's
  if (read.success) return value as Envelope;
  throw inFiles(shapeFaults(read.error, value).map((fault): FileFault => ({ file, line, ...fault })));
}

type Kind =
  | 'a scenario or row of a gherkinDocument'
  | 'a pickle'
  | 'a step of a pickle'
  | 'a stepDefinition'
  | 'a testCase'
  | 'a step of a testCase'
  | 'a testCaseStarted'
  | 'a testRunHookStarted';

/** What messages declare, and what others refer to: in a whole file nothing is referred to that is not there. */
class References {
  readonly #declared = new Map<Kind, Set<string>>();
  readonly #asked: { kind: Kind; id: string; line: number; path: string }[] = [];

  note(envelope: Envelope, line: number): void {
    const declare = (kind: Kind, name: string): void => {
      const known = this.#declared.get(kind) ?? new Set();
      this.#declared.set(kind, known.add(name));
    };
    const ask = (kind: Kind, name: string | undefined, path: string): void => {
      if (name !== undefined) this.#asked.push({ kind, id: name, line, path });
    };
    const { gherkinDocument, pickle, stepDefinition, testCase, testCaseStarted } = envelope;
    const { testStepFinished, testCaseFinished, testRunHookStarted, testRunHookFinished } = envelope;
    for (const node of nodesOf(gherkinDocument)) declare('a scenario or row of a gherkinDocument', node);
    if (pickle !== undefined) {
      declare('a pickle', pickle.id);
      ask('a scenario or row of a gherkinDocument', pickle.astNodeIds.at(-1), 'pickle.astNodeIds');
      for (const one of pickle.steps) declare('a step of a pickle', one.id);
    }
    if (stepDefinition !== undefined) declare('a stepDefinition', stepDefinition.id);
    if (testCase !== undefined) {
      declare('a testCase', testCase.id);
      ask('a pickle', testCase.pickleId, 'testCase.pickleId');
      testCase.testSteps.forEach(({ id: own, pickleStepId, stepDefinitionIds = [] }, i) => {
        declare('a step of a testCase', own);
        const at = `testCase.testSteps[${String(i)}]`;
        ask('a step of a pickle', pickleStepId, `${at}.pickleStepId`);
        for (const one of stepDefinitionIds) ask('a stepDefinition', one, `${at}.stepDefinitionIds`);
      });
    }
    if (testCaseStarted !== undefined) {
      declare('a testCaseStarted', testCaseStarted.id);
      ask('a testCase', testCaseStarted.testCaseId, 'testCaseStarted.testCaseId');
    }
    if (testStepFinished !== undefined) {
      const { testCaseStartedId, testStepId } = testStepFinished;
      ask('a testCaseStarted', testCaseStartedId, 'testStepFinished.testCaseStartedId');
      ask('a step of a testCase', testStepId, 'testStepFinished.testStepId');
    }
    ask('a testCaseStarted', testCaseFinished?.testCaseStartedId, 'testCaseFinished.testCaseStartedId');
    if (testRunHookStarted !== undefined) declare('a testRunHookStarted', testRunHookStarted.id);
    const hook = testRunHookFinished?.testRunHookStartedId;
    ask('a testRunHookStarted', hook, 'testRunHookFinished.testRunHookStartedId');
  }

  broken(): Omit<FileFault, 'file'>[] {
    return this.#asked
      .filter(({ kind, id: name }) => this.#declared.get(kind)?.has(name) !== true)
      .map(({ kind, id: name, line, path }) => ({
        line,
        path,
        found: `the id ${name}, which no message has`,
        allowed: `the id of ${kind}`,
      }));
  }
}

/** Scenarios and rows: what a pickle is made from. */
function* nodesOf(document: Envelope['gherkinDocument']): Generator<string> {
  const children = document?.feature?.children ?? [];
  for (const child of [...children, ...children.flatMap((one) => one.rule?.children ?? [])]) {
    if (child.scenario === undefined) continue;
    yield child.scenario.id;
    for (const { tableBody } of child.scenario.examples) for (const { id: own } of tableBody) yield own;
  }
}
