/** What a failing step said, taken apart for a reader. */
import type { Violation } from './model.ts';

/** Without the stack and without the colours. */
export function said(message: string): string {
  const plain = message.replace(/\u001b\[[0-9;]*m/g, '');
  const lines = plain.split('\n');
  const stack = lines.findIndex((line) => /^\s+at .+[:)]/.test(line));
  return (stack < 0 ? lines : lines.slice(0, stack)).join('\n').trim();
}

const pattern =
  /run (.+?), period (\d+), event (\d+ \(\w+\))(?: between (.+?))?: (\S+) does not hold: (?:(.*): )?(.+?) ≠ ([^\n]+)/;

/** The event at which a run broke, and both sides of the identity. CHK-07. */
export function violationIn(message: string): Violation | null {
  const found = pattern.exec(message);
  if (found === null) return null;
  const [, run = '', period = '', event = '', parties = '', identity = '', what = '', left = '', right = ''] =
    found;
  return { run, period, event, parties, identity, what, left, right: right.trim() };
}
