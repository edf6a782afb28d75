/** The strength of a purse, really mutated: the same figure twice, and a lower one without a Then. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { featureTests } from '../../strength/feature-tests.ts';
import { measure, readMutationReport, strengthOf, type Mutant } from '../../strength/measure.ts';
import { OwnCode } from '../../strength/own-code.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = scratchFolder();

/** Copies the purse, changes it, and mutates it in a process of its own. */
function mutantsOf(name: string, change: (text: string) => string = (text) => text): readonly Mutant[] {
  const folder = join(scratch, name);
  cpSync(join(root, 'test/strength/purse'), folder, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const support = JSON.stringify([join(root, 'strength/type-errors.ts'), 'steps/**/*.ts']);
  const profile = `export default {};\nexport const strength = { paths: ['features'], import: ${support} };\n`;
  writeFileSync(join(folder, 'cucumber.mjs'), profile);
  const credit = join(folder, 'features/02-credit.feature');
  writeFileSync(credit, change(readFileSync(credit, 'utf8')));
  const program = `
    import { mutate } from ${JSON.stringify(join(root, 'strength/mutate.ts'))};
    await mutate(['src/purse.ts'], { reporters: ['json'] });`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.equal(status, 0, `${stdout}${stderr}`);
  const report = readMutationReport(readFileSync(join(folder, 'reports/strength/mutation.json'), 'utf8'));
  const tests = Object.entries(report.testFiles).flatMap(([uri, { source }]) => featureTests(uri, source));
  const tags = new Map(tests.map((each) => [each.id, each.tags]));
  return measure(report, [], new OwnCode(new Set(['PUR-01', 'PUR-02'])), (id) => tags.get(id) ?? []).mutants;
}

const whole = mutantsOf('whole');

test('every mutant of a purse whose scenarios bite is killed, by its own', () => {
  // after: the body emptied (which ends in a TypeError), the object emptied, plus for minus;
  // isRefused: the body emptied, always, never, >= and <=
  assert.deepEqual(strengthOf('PUR-01', whole), {
    mutants: 3,
    killedByOwn: 3,
    killedByOthers: 0,
    survived: 0,
  });
  assert.deepEqual(strengthOf('PUR-02', whole), {
    mutants: 5,
    killedByOwn: 5,
    killedByOthers: 0,
    survived: 0,
  });
});

test('the figure is the same when it is measured again', () => {
  assert.deepEqual(mutantsOf('again'), whole);
});

test('without one Then it falls, and the survivors are named', () => {
  const weak = mutantsOf('weak', (text) =>
    text.replace('      Then it is not refused\n      And 0 are left\n', ''),
  );
  // always refused leaves 5 coins where the other scenario wants 3; refused at 5 of 5 nobody notices any more
  assert.deepEqual(strengthOf('PUR-02', weak), {
    mutants: 5,
    killedByOwn: 3,
    killedByOthers: 1,
    survived: 1,
  });
  const survivors = weak.filter(({ fate }) => fate === 'survived');
  assert.deepEqual(
    survivors.map(({ file, line, text, became }) => [file, line, text, became]),
    [['src/purse.ts', 10, 'spent > there', 'spent >= there']],
  );
});
