/** `ringspec gate` from the outside, in repositories that are not ours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCodes } from '../../src/exit-codes.ts';
import { exitOf } from '../../src/specification/finding.ts';
import { repository } from './fixture.ts';
import { inRepository } from './on-disk.ts';

const own = ['--messages', 'messages.ndjson', '--record', 'run.json', '--properties', 'properties.json'];

test('its endings have the exit status of every command', () => {
  const { done, failed, coverage, misfit, noEvidence } = exitCodes;
  assert.deepEqual(exitOf, { done, failed, coverage, misfit, noEvidence });
});

test('a repository that is right: exit 0, in every form', () => {
  inRepository(repository('right'), ({ gate, read }) => {
    const forms = ['--junit', 'o/j.xml', '--markdown', 'o/s.md', '--sarif', 'o/s.sarif', '--annotations'];
    const { exit, out, err } = gate(...own, '--ci', ...forms);
    assert.equal(err, '');
    assert.equal(
      out,
      '4 clauses: 3 covered, 1 waived\n5 of 5 scenarios are evidence, 2 properties (cucumber-js 12.9.0)\n\n' +
        'every clause is covered or waived (exit 0)\n',
    );
    assert.equal(exit, 0);
    assert.equal((JSON.parse(read('reports/gate/verdict.json')) as { exit: number }).exit, 0);
    assert.match(read('o/j.xml'), /<testsuite name="PUR" tests="3" failures="0" skipped="0">/);
    assert.match(read('o/s.md'), /^## ✅ Specification: every clause is covered or waived\n/);
    assert.match(read('o/s.sarif'), /"results": \[\]/);
  });
});

test('another layout, by flags, from the messages of another cucumber', () => {
  const elsewhere = new Map(
    [...repository('another-cucumber')].map(([path, text]) => [
      path.replace(/^features\//, 'spec/features/'),
      text.replaceAll('purse/features/', 'purse/spec/features/'),
    ]),
  );
  inRepository(elsewhere, ({ gate }) => {
    const flags = ['catalogue=clauses.yaml', 'waivers=waivers.yaml', 'accepted=accepted.yaml'];
    const named = flags.map((flag) => `--${flag.replace('=', '=spec/features/')}`);
    const messages = ['--messages', 'messages.ndjson', '--properties', 'properties.json'];
    const { exit, out } = gate('--features', 'spec', ...named, ...messages);
    assert.match(out, /^4 clauses: 3 covered, 1 waived\n5 of 5 scenarios are evidence/);
    assert.equal(exit, 0);
  });
});

test('--update writes what is so, and --ci then agrees', () => {
  inRepository(repository('baseline-better'), ({ gate, read }) => {
    assert.equal(gate(...own, '--ci').exit, 2);
    assert.equal(gate(...own, '--update').exit, 0);
    assert.match(
      read('features/baseline.txt'),
      /\tfeatures\/pur\.feature › Nothing is lost › an empty purse\t/,
    );
    assert.equal(gate(...own, '--ci').exit, 0);
  });
});

for (const name of ['filtered-by-name', 'dry-run', 'no-messages', 'failing']) {
  test(`--update is refused: ${name}`, () => {
    inRepository(repository(name), ({ gate, read }) => {
      const before = read('features/baseline.txt');
      const { exit, err } = gate(...own, '--update');
      assert.equal(exit, name === 'failing' ? 1 : 4);
      assert.match(err, /the baseline stays as it is/);
      assert.equal(read('features/baseline.txt'), before);
    });
  });
}

test('--accept writes who and why, and asks for both', () => {
  inRepository(repository('stale'), ({ gate, read, has }) => {
    assert.equal(gate(...own).exit, 3);
    assert.equal(gate('--accept', 'PUR-01', '--by', 'Ada').exit, 64);
    // before the suite runs
    const unknown = gate('--run', 'touch it-ran', '--accept', 'PUR-99', '--by', 'Ada', '--why', 'none');
    assert.deepEqual([unknown.exit, has('it-ran')], [64, false]);
    assert.match(unknown.err, /PUR-99: no such clause/);
    const { exit, out } = gate('--accept', 'PUR-01', '--by', 'Bea', '--why', 'the text is softer now');
    assert.deepEqual([exit, out], [0, 'accepted: PUR-01\n']);
    assert.match(
      read('features/accepted.yaml'),
      /PUR-01:\n {2}text: [0-9a-f]{16}\n {2}needs: .*\n {2}evidence: [0-9a-f]{16}\n {2}by: Bea\n {2}why: the text/,
    );
    assert.match(
      read('features/accepted.yaml'),
      /PUR-03:\n(?: {2}(?:text|needs|evidence): .*\n){3} {2}by: Ada\n/,
    );
    assert.equal(gate(...own).exit, 0);
  });
});

test('--accept all takes those that stand unaccepted, and no clause without scenarios', () => {
  inRepository(repository('never-accepted'), ({ gate, read }) => {
    const { out } = gate('--accept', 'all', '--by', 'Bea', '--why', 'first reading');
    assert.equal(out, 'accepted: PUR-02R\n');
    assert.doesNotMatch(read('features/accepted.yaml'), /COL-01/);
  });
});

test('--run clears what was there, runs a command, and binds what it wrote to the tree', () => {
  inRepository(repository('right'), ({ gate, write, has, read }) => {
    write('kept.ndjson', read('messages.ndjson'));
    const idle = gate(...own, '--run', 'true');
    assert.equal(idle.exit, 4);
    assert.match(idle.out, /there is no message file messages\.ndjson/);
    assert.equal(has('properties.json'), false);
    // without the property results one need is open: the scenarios themselves count
    const copied = gate(...own, '--run', 'cp kept.ndjson messages.ndjson');
    assert.match(copied.out, /5 of 5 scenarios are evidence/);
    assert.equal(copied.exit, 2);
    write('features/pur.feature', `${read('features/pur.feature')}\n# one more line\n`);
    assert.equal(gate(...own).exit, 4);
  });
});

const unreadable: readonly [string, string, string, RegExp][] = [
  ['a catalogue that is no YAML', 'features/clauses.yaml', 'chapters: [', /features\/clauses\.yaml:1: /],
  [
    'a need that there is not',
    'features/clauses.yaml',
    repositoryText('needs: [refusal]', 'needs: [luck]'),
    /:14: chapters\[0\]\.clauses\[1\]\.needs\[0\]: found "luck"; allowed: example, boundary, refusal, property/,
  ],
  [
    'a waiver without a reason',
    'features/waivers.yaml',
    'waivers:\n  - { clause: A, kind: all, reason: "", owner: B, expiry: 2027-01-01 }',
    /waivers\[0\]\.reason: found ""; allowed: a reason/,
  ],
  [
    'a waiver without an end',
    'features/waivers.yaml',
    'waivers:\n  - { clause: A, kind: all, reason: r, owner: B, expiry: soon }',
    /found "soon"; allowed: a day written 2027-06-30/,
  ],
  [
    'messages that are none',
    'messages.ndjson',
    'PASSED\n',
    /messages\.ndjson:1: found a text that is damaged or cut off; allowed: JSON/,
  ],
  [
    'need for needs: the clause would need no property',
    'features/clauses.yaml',
    repositoryText('needs: [example, property]', 'need: [example, property]'),
    /:18: chapters\[0\]\.clauses\[2\]\.need: found the unknown key need; allowed: needs, /,
  ],
  [
    'a merge key: what it brings would not be read',
    'features/clauses.yaml',
    repositoryText('needs: [example, property]', '<<: { needs: [example, property] }'),
    /:18: chapters\[0\]\.clauses\[2\]: found a merge key; allowed: the members themselves/,
  ],
  [
    'a last day that no month has',
    'features/waivers.yaml',
    'waivers:\n  - { clause: A, kind: all, reason: r, owner: B, expiry: 2027-02-31 }',
    /found "2027-02-31"; allowed: a day of the calendar/,
  ],
  [
    'an alias without an anchor',
    'features/waivers.yaml',
    'waivers: *nowhere',
    /features\/waivers\.yaml:1: waivers: found \*nowhere, and no anchor &nowhere above/,
  ],
  [
    'a severity without which green would say nothing',
    'ringspec.config.yaml',
    'severity: { not-run: off, unused-step: warn }',
    /ringspec\.config\.yaml:1: severity\.not-run: found "off"; allowed: error: a verdict would say nothing/,
  ],
  ['a setting that there is not', 'ringspec.config.yaml', 'feature: spec', /found the unknown key feature/],
  ['messages cut off in a line', 'messages.ndjson', '{"meta":{"proto', /messages\.ndjson:1: /],
  ['a record of something else', 'run.json', '{}', /run\.json: /],
];

function repositoryText(from: string, to: string): string {
  return (repository('right').get('features/clauses.yaml') ?? '').replace(from, to);
}

for (const [what, path, text, said] of unreadable) {
  test(`${what}: exit 65, with file and line`, () => {
    inRepository(new Map([...repository('right'), [path, text]]), ({ gate }) => {
      const { exit, err, out } = gate(...own);
      assert.match(err, said);
      assert.deepEqual([exit, out], [65, '']);
    });
  });
}

test('a file in Latin-1: exit 65, with the place of the byte', () => {
  inRepository(repository('right'), ({ gate, write, writeBytes }) => {
    writeBytes('features/waivers.yaml', Buffer.from('waivers: []\n# caf\u00e9\n', 'latin1'));
    const { exit, err } = gate(...own);
    assert.equal(exit, 65);
    assert.match(
      err,
      /^features\/waivers\.yaml:2: found the byte E9 at place 6 of the line, which is not UTF-8/,
    );
    write('features/waivers.yaml', 'waivers: []\n');
    writeBytes('messages.ndjson', Buffer.from('{"meta":\n\u00ff', 'latin1'));
    assert.match(gate(...own).err, /messages\.ndjson:2: found the byte FF at place 1 of the line/);
  });
});

test('a byte order mark is no part of any file', () => {
  const marked = [...repository('right')].map(([path, text]): [string, string] => [path, `\uFEFF${text}`]);
  inRepository(new Map(marked), ({ gate }) => {
    const { exit, err } = gate(...own, '--ci');
    assert.deepEqual([exit, err], [0, '']);
  });
});

test('a command of --run that fails: exit 1, also where the messages are whole', () => {
  inRepository(repository('right'), ({ gate, write, read }) => {
    write('kept.ndjson', read('messages.ndjson'));
    write('kept.json', read('properties.json'));
    const copy = 'cp kept.ndjson messages.ndjson; cp kept.json properties.json';
    assert.equal(gate(...own, '--run', copy).exit, 0);
    const { exit, out } = gate(...own, '--run', `${copy}; exit 3`);
    assert.match(out, /run-failed\n {4}the command ended with exit status 3: cp kept/);
    assert.equal(exit, 1);
    // what the record says of the command counts in the next call too
    assert.equal(gate(...own).exit, 1);
  });
});

test('a bare --run takes the commands of the settings, and without any says so', () => {
  inRepository(repository('right'), ({ gate, write, read }) => {
    const none = gate('--run');
    assert.equal(none.exit, 64);
    assert.match(none.err, /--run: no command is named; write `run: COMMAND` into ringspec\.config\.yaml/);
    write('kept.ndjson', read('messages.ndjson'));
    write(
      'ringspec.config.yaml',
      'messages: out.ndjson\nproperties: properties.txt\nrun: cp kept.ndjson out.ndjson\n',
    );
    assert.match(gate('--run').out, /5 of 5 scenarios are evidence/);
    write(
      'package.json',
      JSON.stringify({ ringspec: { messages: 'two.ndjson', run: 'cp kept.ndjson two.ndjson' } }),
    );
    assert.match(gate('--run').out, /5 of 5 scenarios are evidence/);
  });
});

test('hints repeat the flags that were given', () => {
  inRepository(repository('stale'), ({ gate }) => {
    const { out } = gate(...own, '--exclude', "features/o'ld");
    const flags = `--exclude 'features/o'\\''ld' --messages messages.ndjson --record run.json --properties properties.json`;
    assert.ok(out.includes(`ringspec gate ${flags} --accept PUR-01 --by WHO --why WHY`), out);
  });
});

test('a file that is named and not there: exit 65; a flag that there is not: exit 64', () => {
  inRepository(repository('right'), ({ gate }) => {
    assert.equal(gate(...own, '--catalogue', 'nowhere.yaml').exit, 65);
    assert.equal(gate(...own, '--features', 'nowhere').exit, 65);
    assert.equal(gate('--nonsense').exit, 64);
  });
});
