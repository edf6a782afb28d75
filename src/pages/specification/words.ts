/** The words of the protocol as people say them. */

/** `dealer:short` is the Short dealer. */
export function shownParty(id: string): string {
  const [, kind, bucket = ''] = /^(dealer|vbt):(.+)$/.exec(id) ?? [];
  if (kind === undefined) return id;
  return `${capitalised(bucket)} ${kind === 'vbt' ? 'VBT' : kind}`;
}

export const capitalised = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** As many digits as anyone reads; what is cut off is said to be. */
export function shownNumber(text: string, most = 8): string {
  if (!/^-?\d+\.\d+$/.test(text)) return text;
  const [whole = '', fraction = ''] = text.split('.');
  const tidy = fraction.replace(/0+$/, '');
  if (tidy === '') return whole;
  return tidy.length <= most ? `${whole}.${tidy}` : `${whole}.${tidy.slice(0, most)}…`;
}

export { counted as some } from '../../counted.ts';

/** A state as a reader reads it. */
export const shownState = (state: string): string => (state === 'not-run' ? 'not run here' : state);

/** The mark beside each state: none is told by colour alone. */
export const marks: Readonly<Record<string, string>> = {
  failing: '✗',
  stale: '↻',
  uncovered: '○',
  partial: '◐',
  vacuous: '∅',
  'not-run': '–',
  waived: '~',
  covered: '✓',
};

/** What a state means, in a few words. */
export const meanings: Readonly<Record<string, string>> = {
  failing: 'one of its scenarios or properties failed',
  stale: 'its text has changed since somebody read its scenarios',
  uncovered: 'no scenario shows it',
  partial: 'shown in part: a kind of evidence is missing',
  vacuous: 'its scenarios assert nothing',
  'not-run': 'it needs a property test',
  waived: 'what it lacks is waived',
  covered: 'shown by scenarios that ran and assert',
};
