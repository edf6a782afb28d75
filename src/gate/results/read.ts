/** Reports of other test runners, told apart by what they hold. */
import { inFiles } from '../../files/faults.ts';
import { parseJson } from '../../files/json.ts';
import type { TextFile } from '../../specification/input.ts';
import type { RunResults } from '../../specification/messages.ts';
import { readCtrf } from './ctrf.ts';
import { readCucumberJson } from './cucumber-json.ts';
import { readJunit } from './junit.ts';
import type { TestResult } from './test-result.ts';

export interface Report {
  readonly path: string;
  readonly tests: readonly TestResult[];
  /** Of a report that tells of features. */
  readonly run: RunResults | null;
}

/** @throws Fault when it is none of the formats */
export function readReport(file: TextFile): Report {
  const { path, text } = file;
  const start = text.trimStart();
  if (start.startsWith('<')) return { path, tests: readJunit(file), run: null };
  if (start.startsWith('[')) return { path, tests: [], run: readCucumberJson(file) };
  if (start.startsWith('{')) {
    const value = parseJson(text, path);
    if (typeof value === 'object' && value !== null && 'results' in value)
      return { path, tests: readCtrf(file), run: null };
  }
  const found = start === '' ? 'an empty file' : 'a report of another kind';
  const allowed = "JUnit XML, CTRF, or cucumber's JSON";
  throw inFiles([{ file: path, line: 1, path: '', found, allowed }]);
}
