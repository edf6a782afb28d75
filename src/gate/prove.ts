/**
 * Runs the suite with other expected values, each outcome of a scenario in a copy of it, and tells which copies
 * still pass: their step definitions compare nothing.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { faultOf, inFiles } from '../files/faults.ts';
import { linesIfThere } from '../files/lines.ts';
import { onDisk } from '../files/on-disk.ts';
import { makeFolder } from '../files/make-folder.ts';
import { inScratch } from '../files/scratch.ts';
import { patternOf } from '../specification/catalogue.ts';
import { err } from '../terminal.ts';
import { readFeature, type Case, type CaseStep } from '../specification/features.ts';
import { readMessages, type Attempt } from '../specification/messages.ts';
import { placeRuns } from '../specification/placed-run.ts';
import { copyTree } from './copy-tree.ts';
import type { CaseEvidence } from './evidence.ts';
import { expand } from './files.ts';
import type { GateInputs } from './inputs.ts';
import { directions, withOtherValues, type Direction } from './other-values.ts';
import type { Proof, ProvedStep } from './proof.ts';
import { runCommand } from './run-suite.ts';
import type { Settings } from './settings.ts';
import { writeFeature } from './write-feature.ts';

/** An outcome of a case, to be run with other values. */
interface Trial {
  readonly file: string;
  readonly feature: string;
  readonly name: string;
  readonly case: Case;
  readonly step: number;
}

/** Each outcome with a value in it, of the cases that count. */
function trialsOf(cases: readonly CaseEvidence[], valueless: readonly string[]): Trial[] {
  const patterns = valueless.map(patternOf);
  // a feature within Markdown is not written anew
  return cases
    .filter(({ scenario, standing }) => standing === 'counts' && !scenario.place.file.endsWith('.md'))
    .flatMap(({ scenario: { place, name, feature }, case: one }) =>
      [...one.steps.entries()]
        .filter(
          ([, step]) =>
            step.asserts &&
            withOtherValues(step, 'up') !== null &&
            !patterns.some((pattern) => pattern.test(step.text)),
        )
        .map(([step]) => ({ file: place.file, feature: feature.name, name, case: one, step })),
    );
}

export async function prove(
  commands: readonly string[],
  settings: Settings,
  inputs: GateInputs,
): Promise<Proof> {
  const outputs = expand(settings.messages);
  const outside = outputs.find((path) => isAbsolute(path) || path.startsWith('..'));
  if (outside !== undefined)
    throw inFiles([faultOf(outside, 'a message file elsewhere', 'with --prove, one below this folder')]);
  let open = trialsOf(inputs.cases, settings.valueless);
  const steps: ProvedStep[] = [];
  await inScratch(async (copy) => {
    copyTree(copy, [...outputs, settings.record, settings.properties, settings.verdict]);
    for (const direction of directions) {
      if (open.length === 0) break;
      const ended = await run(open, direction, commands, outputs, copy, inputs);
      steps.push(...ended.filter(({ ended: how }) => how !== 'passes' || direction === 'down'));
      const passing = new Set(ended.filter(({ ended: how }) => how === 'passes').map(keyOf));
      open = open.filter((one) => passing.has(keyOf({ ...one, line: one.case.line })));
    }
  });
  return { steps };
}

const keyOf = ({ file, line, step }: { file: string; line: number; step: number }): string =>
  `${file}:${String(line)}:${String(step)}`;

async function run(
  trials: readonly Trial[],
  direction: Direction,
  commands: readonly string[],
  outputs: readonly string[],
  copy: string,
  { files, settings }: GateInputs,
): Promise<ProvedStep[]> {
  const written = files.flatMap(({ path }) => {
    const own = trials.filter(({ file }) => file === path);
    const place = join(copy, path);
    onDisk(place, () => {
      rmSync(place, { force: true });
    });
    if (own.length === 0) return [];
    const { text, lines } = writeFeature(
      own[0]?.feature ?? '',
      own.map((one) => changed(one, direction)),
    );
    makeFolder(dirname(place));
    onDisk(place, () => {
      writeFileSync(place, text);
    });
    return [{ path, text, lines, own }];
  });
  for (const path of outputs) {
    rmSync(join(copy, path), { force: true });
    makeFolder(dirname(join(copy, path)));
  }
  const isWritten = (): boolean => outputs.every((path) => linesIfThere(join(copy, path)) !== null);
  for (const command of commands) {
    if (isWritten()) break;
    // it is to fail; what it says of that is no news, unless it did not run at all
    const words: Buffer[] = [];
    await runCommand(command, copy, (some) => void words.push(some));
    if (!isWritten()) err(Buffer.concat(words).toString('utf8'));
  }
  const runs = outputs.flatMap((path) => {
    const file = linesIfThere(join(copy, path));
    return file === null ? [] : [readMessages({ ...file, path })];
  });
  const placed = placeRuns(
    runs,
    written.map(({ path, text }) => readFeature({ path, text }, settings.language)),
  );
  return written.flatMap(({ path, lines, own }) => {
    const ran = placed?.byPath.get(path)?.[0]?.attempts;
    return own.map(({ file, case: { line }, step }, i): ProvedStep => {
      const [attempt] = ran?.get(lines[i] ?? 0) ?? [];
      return { file, line, step, ended: attempt === undefined ? 'unmatched' : endOf(attempt, step) };
    });
  });
}

/** The case with other values in one outcome. */
function changed({ name, case: one, step }: Trial, direction: Direction) {
  const steps = one.steps.map((own, i): CaseStep =>
    i === step ? { ...own, ...withOtherValues(own, direction) } : own,
  );
  return { name, case: one, steps };
}

/** What the attempt says of the outcome; a hook after the scenario may be what fails it. */
function endOf({ steps }: Attempt, step: number): ProvedStep['ended'] {
  const own = steps.filter(({ text }) => text !== null)[step];
  if (own?.status === 'FAILED') return 'fails';
  if (own?.status !== 'PASSED') return 'unmatched';
  return steps.some(({ status }) => status === 'FAILED') ? 'fails' : 'passes';
}
