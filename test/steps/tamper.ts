/** Steps that change what a run has written, for the phrases that say that files are as they should be. */
import { When } from '@cucumber/cucumber';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookOf } from '../../steps/run-book.ts';
import type { RingWorld } from '../../steps/ring-world.ts';

const change = (path: string, find: string, by: string): void => {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(find)) throw new Error(`${path} does not hold ${find}`);
  writeFileSync(path, text.replace(find, by));
};

When(
  'somebody writes {string} for {string} in {file}',
  function (this: RingWorld, by: string, find: string, file: string) {
    change(join(bookOf(this).place(), 'out', file), find, by);
  },
);
