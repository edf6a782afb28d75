/**
 * Runs property tests with node's test runner and writes which were checked in this run, and of which files:
 *
 *   node --import tsx src/gate/check-properties.ts reports/gate/properties.json test/properties/*.test.ts
 */
import { jsonDocument } from '../files/json-document.ts';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from 'node:test';
import { writeWhole } from '../files/write-whole.ts';
import { textHash } from '../specification/input.ts';
import type { PropertyResults } from './properties.ts';
import { err } from '../terminal.ts';

/** What the runner tells of one test; `type` sets a suite apart. */
interface TestEvent {
  readonly name: string;
  readonly file?: string | undefined;
  readonly skip?: string | boolean | undefined;
  readonly todo?: string | boolean | undefined;
  readonly details: object;
}

const set = (flag: string | boolean | undefined): boolean => flag !== undefined && flag !== false;

/** Skipped and unfinished properties prove nothing. */
export async function checkProperties(files: readonly string[]): Promise<PropertyResults> {
  const tests: PropertyResults['tests'] = [];
  const hashes = Object.fromEntries(files.map((file) => [tidy(file), textHash(readFileSync(file, 'utf8'))]));
  const note = ({ name, file, skip, todo, details }: TestEvent, passed: boolean): void => {
    if (file === undefined || ('type' in details && details.type === 'suite')) return;
    tests.push({
      file: tidy(file),
      name,
      ended: set(skip) || set(todo) ? 'skipped' : passed ? 'passed' : 'failed',
    });
  };
  const stream = run({ files: files.map((file) => resolve(file)), concurrency: true });
  stream.on('test:pass', (event) => {
    note(event, true);
  });
  stream.on('test:fail', (event) => {
    note(event, false);
  });
  await once(stream.resume(), 'end');
  tests.sort((a, b) => (`${a.file} ${a.name}` < `${b.file} ${b.name}` ? -1 : 1));
  return { properties: 'ringspec gate 1', files: hashes, tests };
}

const tidy = (file: string): string => relative('.', file).replaceAll('\\', '/');

const [, script = '', out, ...files] = process.argv;
if (import.meta.url === pathToFileURL(script).href && out !== undefined) {
  const results = await checkProperties(files);
  writeWhole(out, jsonDocument(results));
  const failed = results.tests.filter(({ ended }) => ended === 'failed');
  for (const { file, name } of failed) err(`failed: ${file} › ${name}\n`);
  err(`${String(results.tests.length)} properties, ${String(failed.length)} failed\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
