/** A case step by step as it ran, with what its steps attached. */
import { SHOWN, type Shown, type ShownFrame, type ShownTable } from '../../protocol/shown.ts';
import type { Case } from '../../specification/features.ts';
import type { Attempt } from '../../specification/messages.ts';
import type { StepView } from './model.ts';
import { said } from './violation.ts';

/** A case as it ran. */
export interface RanCase {
  readonly steps: readonly StepView[];
  /** What failed, hooks included. */
  readonly failures: readonly { readonly step: string; readonly said: string }[];
}

const quiet = ['PASSED', 'SKIPPED', 'MISSING'];

/** Of several attempts the last. */
export function ranCase(written: Case, attempts: readonly Attempt[]): RanCase | undefined {
  const attempt = attempts.at(-1);
  if (attempt === undefined) return undefined;
  const steps: StepView[] = [];
  const failures: { step: string; said: string }[] = [];
  for (const { text, status, message, attached } of attempt.steps) {
    if (!quiet.includes(status)) {
      const told = said(message);
      failures.push({ step: text ?? 'after the scenario', said: told === '' ? status.toLowerCase() : told });
    }
    if (text === null) continue;
    const own = written.steps[steps.length];
    // our own steps wrote it
    const shown = attached
      .filter(({ mediaType }) => mediaType === SHOWN)
      .map(({ body }) => JSON.parse(body) as Shown);
    steps.push({
      ...{ keyword: own?.keyword ?? '', background: own?.background ?? false, text },
      status: status === 'MISSING' ? '' : status.toLowerCase(),
      ...{ table: own?.table ?? null, doc: own?.doc ?? null },
      answered: shown.findLast((one): one is ShownTable => one.shows === 'table') ?? null,
      frames: shown.filter((one): one is ShownFrame => one.shows === 'frame'),
    });
  }
  return { steps, failures };
}

/** Lines joined as people read them; an empty line stays a break. */
export const paragraph = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join('\n');
