/** Cucumber's older JSON report, read as a run of the features. It holds no text of them. */
import { z } from 'zod';
import { readJson, textHash, type TextFile } from '../../specification/input.ts';
import type { Attempt, RunResults } from '../../specification/messages.ts';
import type { RanStep } from '../../specification/run-index.ts';

const result = z.object({ status: z.string(), error_message: z.string().optional() });
const hook = z.object({ result });
const step = z.object({
  name: z.string().optional(),
  keyword: z.string().optional(),
  hidden: z.boolean().optional(),
  result: result.optional(),
  before: z.array(hook).optional(),
  after: z.array(hook).optional(),
});
const element = z.object({
  type: z.string().optional(),
  line: z.int().min(1),
  steps: z.array(step).optional(),
  before: z.array(hook).optional(),
  after: z.array(hook).optional(),
});
const schema = z.array(z.object({ uri: z.string(), elements: z.array(element).optional() }));

/** The run that it tells of. @throws Fault with every fault */
export function readCucumberJson(file: TextFile): RunResults {
  const attempts = new Map<string, Map<number, Attempt[]>>();
  for (const { uri, elements = [] } of readJson(file, schema)) {
    const inFile = attempts.get(uri) ?? new Map<number, Attempt[]>();
    attempts.set(uri, inFile);
    let background: RanStep[] = [];
    for (const one of elements) {
      if (one.type === 'background') {
        background = stepsOf(one);
        continue;
      }
      const list = inFile.get(one.line) ?? [];
      const steps = [...hooks(one.before), ...background, ...stepsOf(one), ...hooks(one.after)];
      inFile.set(one.line, [...list, { attempt: list.length, finished: true, steps }]);
      background = [];
    }
  }
  return {
    files: [{ path: file.path, sha256: textHash(file.text) }],
    writer: 'cucumber JSON',
    ...{ os: '', runs: 1, runFinished: true, success: null, troubles: [], revisions: [] },
    sources: new Map(),
    ...{ attempts, definitions: [], ambiguous: [], weaker: true },
  };
}

const ran = (text: string | null, told: z.infer<typeof result> | undefined): RanStep => ({
  text,
  status: told?.status.toUpperCase() ?? 'MISSING',
  message: told?.error_message ?? '',
  took: true,
  attached: [],
});

const hooks = (list: readonly z.infer<typeof hook>[] = []): RanStep[] =>
  list.map((one) => ran(null, one.result));

/** Hooks stand among the steps, as hidden ones or as steps without a name. */
const stepsOf = ({ steps = [] }: z.infer<typeof element>): RanStep[] =>
  steps.flatMap(({ name, hidden, result: told, before, after }) => [
    ...hooks(before),
    ran(hidden === true || name === undefined ? null : name, told),
    ...hooks(after),
  ]);
