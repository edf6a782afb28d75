/** Merges that take evidence away without a scenario failing: what a reviewer is told of each against the commit before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repository } from './fixture.ts';
import { git, inRepository, type Repository } from './on-disk.ts';

/** The step definitions stand in a folder with what they need, and mutation testing has measured something. */
function files(): Map<string, string> {
  const all = new Map(repository('right'));
  for (const path of ['run.json', 'steps.txt']) all.delete(path);
  const messages = (all.get('messages.ndjson') ?? '').replaceAll(
    '"uri":"steps.mjs"',
    '"uri":"steps/purse.mjs"',
  );
  return new Map([
    ...all,
    ['messages.ndjson', messages],
    ['steps/purse.mjs', repository('right').get('steps.txt') ?? ''],
    ['steps/types.mjs', "defineParameterType({ name: 'coins', regexp: /\\d+/, transformer: Number });\n"],
    ['features/old/kept.feature', 'Feature: kept\n'],
    ['strength/strength.json', '{"strength": "ringspec gate 1", "files": {}, "clauses": {}}\n'],
    ['package.json', '{"name": "purse", "ringspec": {"longest": 200}}\n'],
  ]);
}

const flags = ['--messages', 'messages.ndjson', '--properties', 'properties.json', '--comment', 'comment.md'];

type Edit = (repository: Repository) => void;
const replaced =
  (path: string, from: string | RegExp, to: string): Edit =>
  ({ read, write }) => {
    const text = read(path);
    assert.notEqual(text.replace(from, to), text, path);
    write(path, text.replace(from, to));
  };
const settings =
  (text: string): Edit =>
  ({ write }) => {
    write('ringspec.config.yaml', `longest: 200\n${text}\n`);
  };
const all =
  (...edits: readonly Edit[]): Edit =>
  (one) => {
    for (const edit of edits) edit(one);
  };
const features = (from: string, to: string): Edit =>
  all(
    ({ read, write }) => {
      write('features/pur.feature', read('features/pur.feature').replaceAll(from, to));
    },
    ({ read, write }) => {
      write('messages.ndjson', read('messages.ndjson').replaceAll(from, to));
    },
  );

/** What is edited, and what the comment says of it. */
const attacks: readonly (readonly [string, Edit, RegExp])[] = [
  [
    'a step definition compares nothing any more',
    replaced('steps/purse.mjs', 'assert.equal(this.coins, coins);', ''),
    /\*\*steps\/purse\.mjs\*\* step code\n {2}```diff\n {2}- {3}assert\.equal\(this\.coins, coins\);/,
  ],
  [
    'a parameter type makes nothing of what it reads',
    replaced('steps/types.mjs', 'Number', '() => undefined'),
    /\*\*steps\/types\.mjs\*\* step code/,
  ],
  [
    'a hook that swallows failures, in a new file beside the steps',
    ({ write }) => {
      write('steps/hooks.mjs', 'setDefinitionFunctionWrapper((fn) => () => { try { fn(); } catch {} });\n');
    },
    /\*\*steps\/hooks\.mjs\*\* step code/,
  ],
  [
    'a property test is emptied',
    replaced('properties/purse.test.txt', /[^]+/, 'emptied\n'),
    /\*\*properties\/purse\.test\.txt\*\* the code of a property/,
  ],
  [
    'the settings look into a smaller folder',
    settings('features: [features/old]'),
    /\*\*PUR-01\*\* \d scenarios fewer[^]*features is features\/old, and was features/,
  ],
  [
    'the settings leave files out',
    settings("exclude: ['features/pur*']"),
    /\*\*PUR-01\*\* \d scenarios fewer[^]*features\/pur\\?\* is left out/,
  ],
  [
    'the settings run something else',
    settings('run: cp kept.ndjson messages.ndjson'),
    /run is cp kept\.ndjson messages\.ndjson, and was nothing/,
  ],
  ['a kind takes a tag that stands everywhere', settings('kinds: { refusal: EX-01 }'), /kinds is .*EX-01/],
  [
    'settings move out of package.json and become milder',
    settings('severity: { stale: warn }'),
    /stale is warn now/,
  ],
  [
    'waivers may last longer, in package.json',
    replaced('package.json', '200', '3000'),
    /waivers may last 3000 days, and 200 before/,
  ],
  [
    'no value is proved any more',
    settings("valueless: ['* are left']"),
    /--prove does not change outcomes like "\\?\* are left"/,
  ],
  [
    'every tag is a label',
    replaced('features/clauses.yaml', "['EX-##']", "['*']"),
    /\*\*labels\*\* @\\?\* is a label now/,
  ],
  [
    'the strength is gone',
    ({ command }) => {
      command('git', 'rm', '-q', 'strength/strength.json');
    },
    /\*\*strength\*\* strength\/strength\.json is gone/,
  ],
  [
    'a clause tag becomes a label',
    features('@refusal @PUR-02R', '@refusal @EX-09'),
    /\*\*PUR-02R\*\* 1 scenarios fewer/,
  ],
  ['a kind tag goes', features('@boundary', '@EX-09'), /\*\*PUR-01\*\* no boundary/],
  [
    'a Background expects what the scenario should',
    features('    And 3 were spent', ''),
    /\*\*PUR-03\*\* 1 outcomes fewer/,
  ],
  [
    'a file is moved',
    ({ command }) => {
      command('git', 'mv', 'features/pur.feature', 'features/moved.feature');
    },
    /\*\*PUR-01\*\* its scenarios/,
  ],
  [
    'a waiver lasts longer',
    replaced('features/waivers.yaml', /expiry: .*/, 'expiry: 2099-01-01'),
    /Newly waived\*\* \(1\)\n- \*\*COL-01\*\* all until 2099-01-01/,
  ],
  [
    'a need goes',
    replaced('features/clauses.yaml', '[example, boundary]', '[example]'),
    /it no longer needs boundary/,
  ],
  [
    'a clause says less',
    replaced('features/clauses.yaml', ', and nothing changes', ''),
    /\*\*PUR-02R\*\* its text/,
  ],
];

for (const [what, edit, said] of attacks)
  test(what, () => {
    inRepository(files(), (one) => {
      git(one, 'init', '-q', '-b', 'main');
      git(one, 'add', '.');
      git(one, 'commit', '-q', '-m', 'right');
      git(one, 'checkout', '-q', '-b', 'change');
      edit(one);
      git(one, 'add', '.');
      git(one, 'commit', '-q', '-m', 'change');
      const { err } = one.gate(...flags, '--against', 'main');
      assert.equal(err, '');
      const comment = one.read('comment.md');
      assert.match(comment, said);
      assert.ok(comment.split('\n').length <= 45, comment);
    });
  });

test('nothing is told of a merge that changes other files only', () => {
  inRepository(files(), (one) => {
    git(one, 'init', '-q', '-b', 'main');
    git(one, 'add', '.');
    git(one, 'commit', '-q', '-m', 'right');
    git(one, 'checkout', '-q', '-b', 'change');
    one.write('README.md', 'a purse\n');
    git(one, 'add', '.');
    git(one, 'commit', '-q', '-m', 'change');
    one.gate(...flags, '--against', 'main');
    assert.match(one.read('comment.md'), /This merge changes no clause and no evidence\./);
  });
});
