/** The hunt: it finds out wrong implementations, tells them as scenarios that a person can read, and can be killed. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';
import { hunt, type Finding } from '../../src/hunt/find.ts';
import { judge } from '../../src/hunt/judge.ts';
import { program, twin } from '../../src/hunt/opponent.ts';
import { NotPromoted, placeOf, promote } from '../../src/hunt/promote.ts';
import { float64 } from '../../src/f64.ts';
import { decimal } from '../../src/num.ts';
import { buildProgram } from '../wrong/build.ts';
import { wrongImplementations, type WrongImplementation } from '../wrong/errors.ts';
import { huntDown, type HuntedDown } from './hunt-down.ts';
import { program as ringspec } from '../program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = scratchFolder();

function wrongOne(id: string): WrongImplementation {
  const found = wrongImplementations.find((error) => error.id === id);
  if (found === undefined) throw new Error(`there is no error called ${id}`);
  return found;
}

const right = await buildProgram('right', [], folder);

const aFew = [
  ['midline-rises', 'KER-08'],
  ['rebucketing-at-old-mid', 'REB-04'],
  ['alike-by-head', 'SET-02'],
  ['residue-to-the-last', 'SET-05'],
  ['due-today-is-not-for-sale', 'MOD-05R'],
  ['always-the-first-in-line', 'FLW-03'],
] as const;

const hunted = new Map<string, HuntedDown>();
for (const [id, clause] of aFew) {
  test(`${id} is found, and its scenario fails on it and passes on the right core`, async () => {
    const found = await huntDown(wrongOne(id), folder, 60);
    assert.ok(found !== null, 'not found');
    hunted.set(id, found);
    assert.equal(found.finding.clause, clause);
    const steps = found.finding.scenario.filter((line) => /^ {2}(Given|When|Then|And) /.test(line));
    assert.ok(steps.length >= 2 && steps.length <= 7, `${String(steps.length)} steps`);
    const at = join(found.copy, found.place);
    const verdicts = [
      ...(await judge({ arithmetic: 'decimal' }, [at])),
      ...(await judge({ command: right }, [at])),
      ...(await judge({ command: found.command }, [at])),
    ];
    assert.deepEqual(
      verdicts.map(({ passed }) => passed),
      [true, true, false],
    );
    assert.ok(verdicts[0]?.tags.includes(clause), 'it stands under the rule of its clause');
  });
}

test('the same seed finds the same, word for word', async () => {
  const again = await huntDown(wrongOne('alike-by-head'), folder, 60);
  assert.deepEqual(hunted.get('alike-by-head')?.finding, again?.finding);
});

test('nothing is found where there is nothing to find', async () => {
  const exact = twin(decimal);
  const doubles = twin(float64);
  const [manner, coarse] = [await exact.manner(), await doubles.manner()];
  for (let seed = 1; seed <= 60; seed++) {
    assert.equal(await hunt(seed, exact, manner), 'agree');
    assert.equal(await hunt(seed, doubles, coarse), 'agree');
  }
});

test('a check that stops what it should let pass is found, and told with what should have come', async () => {
  const strict = {
    in: 'checkPrice',
    find: 'agrees(state, event.price, price)',
    replace: 'event.price.comparedTo(price) === 0',
  };
  const [command, ...args] = await buildProgram('strict', [strict], folder, { checks: true });
  const other = program([command, ...args]);
  try {
    const found = await hunt(2654512406, other, await other.manner());
    assert.ok(typeof found !== 'string', 'not found');
    assert.equal(found.clause, 'CHK-11');
    assert.match(found.instead, /^sell is refused: violation: .*: CHK-11 does not hold: /);
    assert.ok(found.scenario.includes('  When H1 sells'));
  } finally {
    await other.close();
  }
});

const finding: Finding = {
  seed: 1,
  sign: 'kernel midline',
  clause: 'KER-08',
  title: 'a dealer with no ticket and 1 of cash, at a mid of 1',
  scenario: [
    'Example: a dealer with no ticket and 1 of cash, at a mid of 1',
    '  When the kernel is evaluated at',
    '    | M | O    | a | C |',
    '    | 1 | 0.30 | 0 | 1 |',
    '  Then it gives',
    '    | p    |',
    '    | 1.05 |',
  ],
  instead: '',
  lines: [],
};

test('a scenario goes behind the last example of its rule, and the rest of the file stays as it is', () => {
  const { path, before, after: text, line } = placeOf(finding, root, '');
  assert.ok(before !== null, 'there is such a rule');
  assert.equal(text.split('\n')[line - 1], `    ${String(finding.scenario[0])}`);
  const added = finding.scenario.length + 1;
  const kept = text.split('\n');
  kept.splice(line - 2, added);
  assert.equal(kept.join('\n'), before, path);
});

test('a scenario that the core fails, that the other passes or that is there already is not written', async () => {
  const wrongly = { ...finding, scenario: [...finding.scenario.slice(0, -1), '    | 1.06 |'] };
  const copy = scratchFolder();
  cpSync(join(root, 'features'), join(copy, 'features'), { recursive: true });
  const why = { root: copy, title: '' };
  await assert.rejects(promote(wrongly, { command: right }, why), NotPromoted);
  await assert.rejects(promote(finding, { command: right }, why), /the implementation passes the scenario/);
  const found = hunted.get('midline-rises');
  assert.ok(found !== undefined);
  const again = promote(found.finding, { command: right }, { root: found.copy, title: '' });
  await assert.rejects(again, /has this scenario already/);
});

const command = (out: string, wrong: readonly string[], more: readonly string[]): string[] => [
  ...['hunt', '--implementation', wrong.join(' '), '--worlds', '20', '--findings', '9', '--seed', '3'],
  ...['--out', out, ...more],
];

/** All but the time that it took. */
function known(out: string): unknown {
  const { spent, ...rest } = JSON.parse(readFileSync(join(out, 'state.json'), 'utf8')) as { spent: number };
  assert.ok(spent > 0);
  return rest;
}

test('killed at any moment, it goes on and ends with the same findings', async () => {
  const { id, changes } = wrongOne('residue-to-the-last');
  const wrong = await buildProgram(id, changes, folder);
  const [whole, cut] = [join(folder, 'whole'), join(folder, 'cut')];
  const straight = spawnSync(ringspec, command(whole, wrong, []), { encoding: 'utf8' });
  assert.equal(straight.status, 1, straight.stderr);
  const killed = spawn(ringspec, command(cut, wrong, []), { stdio: 'ignore' });
  while (!existsSync(join(cut, 'state.json'))) await new Promise((resolve) => setTimeout(resolve, 20));
  killed.kill('SIGKILL');
  await new Promise((resolve) => killed.once('exit', resolve));
  const { worlds } = known(cut) as { worlds: number };
  assert.ok(worlds > 0 && worlds < 20, `killed after ${String(worlds)} worlds`);
  const resumed = spawnSync(ringspec, command(cut, wrong, ['--resume']), { encoding: 'utf8' });
  assert.equal(resumed.status, 1, resumed.stderr);
  assert.deepEqual(known(cut), known(whole));
  const withoutTime = (text: string): string => text.replace(/ in \d+ s \(.*?\)/, '');
  assert.equal(withoutTime(resumed.stdout), withoutTime(straight.stdout));
  assert.match(resumed.stdout, /^SET-05, in the world of seed \d+/);
});

test('what it cannot do it says in one line', () => {
  const out = join(folder, 'whole');
  const refused = (args: readonly string[]) => spawnSync(ringspec, ['hunt', ...args], { encoding: 'utf8' });
  const there = refused(['--worlds', '1', '--out', out]);
  assert.equal(there.status, 65);
  assert.match(there.stderr, /is there already: go on with --resume, or name another folder with --out\n$/);
  const other = refused(['--worlds', '1', '--out', out, '--resume']);
  assert.equal(other.status, 65);
  assert.match(other.stderr, /with seed 3 against .*, not with seed 1 against itself/);
  const nobody = refused([
    '--worlds',
    '1',
    '--out',
    join(folder, 'none'),
    '--implementation',
    'no-such-program',
  ]);
  assert.equal(nobody.status, 69);
  assert.equal(refused(['--for', 'ever']).status, 64);
});

test('alone it plays by the identities, and says how many worlds there were', () => {
  const said = execFileSync(ringspec, ['hunt', '--worlds', '12', '--out', join(folder, 'alone')], {
    encoding: 'utf8',
  });
  assert.match(said, /^12 worlds in \d+ s \(.*\/s\), nothing found\nthe worlds reached \d+ of \d+ cases/);
});
