/** What fails, as a file of known failures: by scenario and cause, so that another failure of the same clause is seen. */
import { dayOf } from '../counted.ts';
import { stringify } from 'yaml';
import type { Verdict } from './verdict.ts';

/** Days until they are no excuse any more. */
const DAYS = 90;
const MILLISECONDS = 86_400_000;

export function knownFailures({ scenarios }: Pick<Verdict, 'scenarios'>, today: string): string {
  const expires = dayOf(Date.parse(today) + DAYS * MILLISECONDS);
  const known_failures = scenarios
    .filter(({ result }) => result === 'failed')
    .map(({ title, cause }) => ({
      scenario: title,
      ...(cause === null ? {} : { cause }),
      reason: 'not looked into yet',
      issue: 'none yet',
      expires,
    }));
  return stringify({ known_failures }, { lineWidth: 0 });
}
