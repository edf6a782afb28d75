/** `gate --run --prove`: the suite is run with other expected values, and what still passes is told. */
import assert from 'node:assert/strict';
import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { readFeature } from '../../src/specification/features.ts';
import { scratchFolder } from '../../src/files/scratch.ts';
import { program } from '../program.ts';
import { repository } from './fixture.ts';
import { inRepository, type Repository } from './on-disk.ts';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const steps = repository('right').get('steps.txt') ?? '';
const feature = repository('right').get('features/pur.feature') ?? '';
const run =
  'node_modules/.bin/cucumber-js --import steps.mjs --format message:messages.ndjson --format progress';

function proved(
  text: string,
  code: string,
  look: (repository: Repository, out: string, err: string) => void,
): void {
  const files = new Map([...repository('right'), ['features/pur.feature', text], ['steps.mjs', code]]);
  for (const path of ['run.json', 'messages.ndjson', 'steps.txt']) files.delete(path);
  inRepository(files, (one) => {
    symlinkSync(modules, join(one.folder, 'node_modules'));
    assert.equal(one.gate('--accept', 'all', '--by', 'Ada', '--why', 'read').exit, 0);
    const { out, err } = one.gate('--messages', 'messages.ndjson', '--run', run, '--prove');
    look(one, out, err);
    // the user's own features are as they were
    assert.equal(one.read('features/pur.feature'), text);
  });
}

test('a suite whose outcomes compare: nothing passes with other values', () => {
  proved(feature, steps, (_, out, err) => {
    // that the other values fail is no news
    assert.doesNotMatch(err, /AssertionError/);
    assert.match(out, /5 of 5 scenarios are evidence/);
    assert.match(out, /^(\d+) of \1 outcomes fail with another expected value$/m);
    assert.doesNotMatch(out, /vacuous/);
  });
});

test('a step definition without an assertion: its scenarios are vacuous, and so is the clause', () => {
  const empty = steps.replace('assert.equal(this.coins, coins);', '');
  assert.notEqual(empty, steps);
  proved(feature, empty, (_, out) => {
    assert.match(out, /some of it: "3 are left" passes whatever value it expects/);
    // the second outcome of this one compares, and the first does not
    assert.match(out, /spent twice: "2 are left" passes whatever value it expects/);
    assert.doesNotMatch(out, /"3 were spent" passes/);
    assert.match(out, /partial|vacuous/);
  });
});

test('what passes with a larger number is tried with a smaller one, and tables are changed cell by cell', () => {
  const text = feature
    .replace('Then 3 are left', 'Then at most 3 are left')
    .replace(
      'And 3 were spent',
      'And the purse is\n        | what  | coins |\n        | left  | 2     |\n        | spent | 3     |',
    );
  const code = `${steps}
Then('at most {int} are left', function (coins) {
  assert.ok(this.coins <= coins);
});
Then('the purse is', function (table) {
  for (const { what, coins } of table.hashes()) assert.equal(what === 'left' ? this.coins : this.spent, Number(coins));
});
`;
  proved(text, code, (_, out) => {
    assert.doesNotMatch(out, /vacuous-step/);
  });
  const blind = code.replace('for (const { what', 'if (false) for (const { what');
  proved(text, blind, (_, out) => {
    assert.match(out, /spent twice: "the purse is" passes whatever value it expects/);
  });
});

test('stopped in the middle, it leaves no copy of the tree behind', () => {
  const tree = scratchFolder();
  const files = new Map([...repository('right'), ['steps.mjs', steps]]);
  inRepository(files, (one) => {
    symlinkSync(modules, join(one.folder, 'node_modules'));
    // ends the gate where it runs the suite in the copy
    const stopped = `case $PWD in ${one.folder}) ${run};; *) kill -TERM $PPID;; esac`;
    const args = ['--messages', 'messages.ndjson', '--run', stopped, '--prove'];
    const { exit, err } = one.command('env', `TMPDIR=${tree}`, process.execPath, program, 'gate', ...args);
    assert.equal(exit, 143, err);
    assert.deepEqual(
      readdirSync(tree).filter((name) => name.startsWith('ringspec-')),
      [],
      err,
    );
  });
});

test('cases that are written anew run the same steps', async () => {
  const { writeFeature } = await import('../../src/gate/write-feature.ts');
  const odd = `# language: de
Funktionalität: Beutel

  Grundlage:
    Angenommen ein Beutel
      """
      drei \\"\\"\\" Zeichen
        eingerückt
      """

  @a
  Szenariogrundriss: <n> Münzen
    Wenn sie zählt
      | a \\| b | c\\\\nd | <n> |
    Dann sind es <n>

    @b
    Beispiele:
      | n |
      | 1 |
      | 2 |
`;
  const { scenarios } = readFeature({ path: 'a.feature', text: odd });
  const cases = scenarios.flatMap((one) =>
    one.cases.map((own) => ({ name: one.name, case: own, steps: own.steps })),
  );
  assert.equal(cases.length, 2);
  const { text, lines } = writeFeature('Beutel', cases);
  const again = readFeature({ path: 'a.feature', text }).scenarios;
  assert.deepEqual(
    again.map(({ place }) => place.line),
    lines,
  );
  for (const [i, { cases: own }] of again.entries()) {
    const values = (list: (typeof own)[number]['steps']) =>
      list.map(({ text: said, table, doc }) => [said, table, doc]);
    assert.deepEqual(values(own[0]?.steps ?? []), values(cases[i]?.steps ?? []));
    assert.deepEqual(own[0]?.allTags, cases[i]?.case.allTags);
  }
});
