/** Every command that README.md and the pages under docs/ show does what it promises, and no page counts by hand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checks } from './checks.ts';
import { pages, shownCommands, WALK } from './shown.ts';
import { mustTake } from './workshop.ts';

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

for (const { page, command } of shown) {
  const check = checks[command];
  if (check === undefined) continue;
  const how = check.cheaper === null ? '' : ` (${check.cheaper})`;
  test(`${page}: ${command}${how}`, check.holds);
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

test('no page counts by hand what grows: scenarios, clauses, mutants, wrong implementations', () => {
  const number = '(\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
  const counted = new RegExp(
    `\\b${number} (of \\d+ )?(scenarios|clauses|mutants|wrong implementations|features|steps|properties)\\b`,
    'gi',
  );
  for (const page of pages) {
    const prose = readFileSync(page, 'utf8')
      .replace(/^```[\s\S]*?^```$/gm, '')
      .replace(/`[^`]*`/g, '');
    assert.deepEqual(
      [...prose.matchAll(counted)].map(([said]) => `${page}: ${said}`),
      [],
    );
  }
});
