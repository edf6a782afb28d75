/** Every command that README.md and the pages under docs/ show does what it promises, and no page counts by hand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { parse } from 'yaml';
import { readStrength, treeOf } from '../../src/gate/strength.ts';
import { checks } from './checks.ts';
import { pages, shownCommands, WALK } from './shown.ts';
import { mustTake, tidy } from './workshop.ts';

after(tidy);

const shown = shownCommands();

test('every command that is shown has a check, and every check is of a command that is shown', () => {
  const commands = shown.map(({ command }) => command);
  assert.deepEqual(
    commands.filter((command) => checks[command] === undefined),
    [],
    'shown without a check: add it to test/docs/checks.ts',
  );
  assert.deepEqual(
    Object.keys(checks).filter((command) => !commands.includes(command)),
    [],
    'checked, and on no page',
  );
  assert.ok(
    readFileSync('test/examples/implementing.slow.test.ts', 'utf8').includes(WALK),
    `${WALK} is walked through`,
  );
});

/** Checks that do not hold yet: they run and are counted as still to do, and are no part of what passes. */
const toBeMended = (command: string): boolean =>
  [
    /^bin\/ringspec verify$/,
    /^bin\/ringspec verify --implementation/,
    /^bin\/ringspec vectors/,
    /gate --run "mvn/,
    /check-properties\.ts/,
    /run_vectors\.py/,
  ].some((one) => one.test(command));

for (const { page, command } of shown) {
  const check = checks[command];
  if (check === undefined) continue;
  const how = check.cheaper === null ? '' : ` (${check.cheaper})`;
  test(`${page}: ${command}${how}`, { todo: toBeMended(command) }, check.holds);
}

test('a flag that README.md names beside a command is one of that command', () => {
  const rows = readFileSync('README.md', 'utf8').matchAll(/^\| `bin\/ringspec ([^`]*)`\s*\| (.*) \|$/gm);
  let flags = 0;
  for (const [, command = '', what = ''] of rows) {
    const [name = '', second = ''] = command.split(' ');
    const named = [...`${command} ${what}`.matchAll(/--[a-z-]+/g)].map(([flag]) => flag);
    mustTake(second === 'balanced' ? `${name} ${second}` : name, named);
    flags += named.length;
  }
  assert.ok(flags > 15, String(flags));
});

/** Written by a program, figures and all. */
const generated = ['docs/strength.md', 'docs/wrong-implementations.md'];

test('no page counts by hand what grows: scenarios, clauses, mutants, wrong implementations', () => {
  const number = '(\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
  const counted = new RegExp(
    `\\b${number} (of \\d+ )?(scenarios|clauses|mutants|wrong implementations|features|steps|properties)\\b`,
    'gi',
  );
  for (const page of pages.filter((name) => !generated.includes(name))) {
    const prose = readFileSync(page, 'utf8')
      .replace(/^```[\s\S]*?^```$/gm, '')
      .replace(/`[^`]*`/g, '');
    assert.deepEqual(
      [...prose.matchAll(counted)].map(([said]) => `${page}: ${said}`),
      [],
    );
  }
});

// the page is written by a run of an hour
test('docs/wrong-implementations.md is of the wrong implementations that there are', { todo: true }, () => {
  const page = readFileSync('docs/wrong-implementations.md', 'utf8');
  const { length } = parse(readFileSync('test/wrong/errors.yaml', 'utf8')) as readonly unknown[];
  assert.ok(
    page.includes(`Each of these ${String(length)} programs`),
    `there are ${String(length)}: npm run wrong`,
  );
  assert.equal([...page.matchAll(/^\| /gm)].length - 2, length);
});

// the page is written by a run of an hour
test('docs/strength.md shows the figures of strength/strength.json', { todo: true }, () => {
  const path = 'strength/strength.json';
  const tree = treeOf(readStrength({ path, text: readFileSync(path, 'utf8') }));
  assert.ok(
    readFileSync('docs/strength.md', 'utf8').includes(`the figures of tree \`${tree}\``),
    `docs/strength.md does not name tree ${tree}: npm run strength writes both`,
  );
});
