/**
 * What the gate takes for two thousand scenarios beyond running them:
 *
 *   node --import tsx test/gate/two-thousand.ts reports/gate/messages.ndjson
 *
 * The run is repeated under other names until it holds as many.
 */
import { readFileSync } from 'node:fs';
import { gate } from '../../src/gate/gate.ts';
import { filesOf, settings } from './real-suite.ts';

const WANTED = 2000;
const messages = readFileSync(process.argv[2] ?? 'reports/gate/messages.ndjson', 'utf8')
  .trim()
  .split('\n');
const scenarios = messages.filter((line) => line.startsWith('{"testCaseFinished"')).length;
const copies = Math.ceil(WANTED / scenarios);
const aboutTheRun = /^\{"(meta|testRun|hook|stepDefinition|parameterType)/;

const text = messages
  .flatMap((line) =>
    aboutTheRun.test(line)
      ? [line]
      : Array.from({ length: copies }, (_, copy) =>
          line
            .replace(/"([0-9a-f]{8}-[0-9a-f-]{27})"/g, `"$1${'x'.repeat(copy)}"`)
            .replace(/"uri":"features\//g, `"uri":"features/${'x'.repeat(copy)}`),
        ),
  )
  .join('\n');
// definitions and hooks are there once, under the name of the first copy
const mended = text.replace(/"(stepDefinitionIds|hookId)":(\["[^\]]*\]|"[^"]*")/g, (all) =>
  all.replaceAll('x"', '"'),
);

const files = filesOf(mended);
for (let round = 1; round <= 5; round++) {
  const start = performance.now();
  const { run } = gate(files, settings);
  const took = performance.now() - start;
  console.log(`${String(run.scenarios)} scenarios: ${took.toFixed(0)} ms`);
}
