/** JUnit XML, as vitest, jest, pytest, JUnit, Surefire and go-junit-report write it. */
import { SaxesParser, type SaxesAttributePlain } from 'saxes';
import { inFiles } from '../../files/faults.ts';
import type { TextFile } from '../../specification/input.ts';
import { firstLine, type TestResult } from './test-result.ts';

interface Open {
  readonly name: string;
  readonly suite: string;
  readonly file: string;
  readonly tags: string[];
  ended: TestResult['ended'];
  said: string;
}

/** What an element inside a test case makes of it. */
const endings: ReadonlyMap<string, TestResult['ended']> = new Map([
  ['failure', 'failed'],
  ['error', 'failed'],
  ['skipped', 'skipped'],
  // Surefire's words for a test that was tried again
  ['rerunFailure', 'failed'],
  ['rerunError', 'failed'],
  ['flakyFailure', 'retried'],
  ['flakyError', 'retried'],
]);

/** What a status alone makes of a test case: behave says so of a dry run, and of steps that nobody has defined. */
function endedBy(status: string): TestResult['ended'] {
  if (/^(?:skipped|disabled|notrun|untested.*)$/i.test(status)) return 'skipped';
  return /^(?:failed|error|hook_error|cleanup_error|undefined|pending.*)$/i.test(status)
    ? 'failed'
    : 'passed';
}

/** Every test case of the report. @throws Fault when it is not well-formed, or no report */
export function readJunit({ path, text }: TextFile): TestResult[] {
  const results: TestResult[] = [];
  const parser = new SaxesParser();
  const suites: string[] = [];
  let root = '';
  let test: Open | null = null;
  let inside = '';
  let content = '';
  const refuse = (found: string, allowed: string): never => {
    throw inFiles([{ file: path, line: parser.line, path: '', found, allowed }]);
  };
  parser.on('error', (error) => {
    refuse(`XML that is not well-formed (${error.message.replace(/^\d+:\d+: /, '')})`, 'JUnit XML');
  });
  parser.on('opentag', ({ name, attributes }) => {
    root ||= name;
    const value = (key: string): string => textOf(attributes[key]);
    if (name === 'testsuite') suites.push(value('name'));
    if (name === 'testcase') {
      const suite = value('classname') || suites.filter((one) => one !== '').join(' › ');
      const ended = endedBy(value('status'));
      test = { name: value('name'), suite, file: value('file'), tags: [], ended, said: '' };
    }
    if (test === null) return;
    if (name === 'property') test.tags.push(`${value('name')}=${value('value')}`);
    const ended = endings.get(name);
    if (ended === undefined) return;
    inside = name;
    content = '';
    if (test.ended !== 'failed') test.ended = ended;
    if (test.said === '') test.said = firstLine(value('message'));
  });
  const hear = (data: string): void => {
    if (inside !== '') content += data;
  };
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.on('closetag', ({ name }) => {
    if (name === inside) {
      if (test?.said === '') test.said = firstLine(content);
      inside = '';
    }
    if (name === 'testsuite') suites.pop();
    if (name !== 'testcase' || test === null) return;
    const { name: own, suite, file, tags, ended, said } = test;
    const title = [suite, own].filter((part) => part !== '').join(' › ');
    results.push({ file, title, tags, ended, said });
    test = null;
  });
  parser.write(text).close();
  if (root !== 'testsuites' && root !== 'testsuite')
    refuse(root === '' ? 'no element' : `the element ${root}`, 'testsuites, or testsuite');
  return results;
}

const textOf = (attribute: SaxesAttributePlain | string | undefined): string =>
  typeof attribute === 'string' ? attribute : '';
