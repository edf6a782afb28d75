/** What a merge does to the specification: two commits of a small repository, compared. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repository } from './fixture.ts';
import { git, inRepository, type Repository } from './on-disk.ts';

const own = ['--messages', 'messages.ndjson', '--properties', 'properties.json', '--comment', 'comment.md'];

/** A repository whose first commit is right; then the change, in a commit of its own. */
function afterMerge(
  change: (repository: Repository) => void,
  look: (repository: Repository) => void,
  more: Readonly<Record<string, string>> = {},
): void {
  const files = new Map([...repository('right'), ...Object.entries(more)]);
  files.delete('run.json');
  inRepository(files, (one) => {
    git(one, 'init', '-q', '-b', 'main');
    git(one, 'add', '.');
    git(one, 'commit', '-q', '-m', 'right');
    git(one, 'checkout', '-q', '-b', 'change');
    change(one);
    git(one, 'commit', '-q', '-a', '-m', 'change');
    look(one);
  });
}

/** The repository without a clause and all that speaks of it, messages included. */
function takeOut({ read, write }: Repository): void {
  const replace = (path: string, from: RegExp | string, to: string): void => {
    const text = read(path);
    assert.notEqual(text.replace(from, to), text, path);
    write(path, text.replace(from, to));
  };
  replace('features/clauses.yaml', / {6}- id: PUR-02R\n(?: {8}.*\n)+/, '');
  replace('features/accepted.yaml', /PUR-02R:\n(?: {2}.*\n)+/, '');
  replace('features/pur.feature', '@refusal @PUR-02R', '@refusal');
  replace('messages.ndjson', '@refusal @PUR-02R', '@refusal');
  replace('features/baseline.txt', /clause\tPUR-02R.*\n/, '');
}

test('a clause, its tag, acceptance and baseline taken out in one commit: green alone, and told against main', () => {
  afterMerge(takeOut, (one) => {
    assert.equal(one.gate(...own).exit, 0);
    const { exit, out } = one.gate(...own, '--against', 'main');
    assert.match(
      out,
      /removed {2}features\/clauses\.yaml:1\n {4}PUR-02R is taken out: More than there is cannot be spent/,
    );
    assert.equal(exit, 3);
    assert.match(one.read('comment.md'), /^\*\*Taken out\*\* \(1\)\n- \*\*PUR-02R\*\* More than there is/m);
    const accepted = one.read('features/accepted.yaml');
    one.write(
      'features/accepted.yaml',
      `${accepted}PUR-02R: { removed: true, by: Bea, why: nobody can refuse }\n`,
    );
    assert.equal(one.gate(...own, '--against', 'main').exit, 0);
    assert.match(one.read('comment.md'), /PUR-02R.*accepted by Bea: nobody can refuse/);
  });
});

test('an expected value changed in feature and code alike: told against main, with the lines and who accepted', () => {
  const change = ({ read, write, gate }: Repository): void => {
    for (const path of ['features/pur.feature', 'messages.ndjson'])
      write(path, read(path).replaceAll('3 are left', '4 are left'));
    assert.equal(gate('--accept', 'PUR-01', '--by', 'Bea', '--why', 'four are nicer').exit, 0);
  };
  afterMerge(change, (one) => {
    const { exit, out } = one.gate(...own, '--against', 'main');
    assert.equal(exit, 0);
    assert.match(
      out,
      /weakened .*\n {4}PUR-01: 1 expected outcomes are no longer asked for \(accepted: Bea: four are nicer\)/,
    );
    const comment = one.read('comment.md');
    assert.match(comment, /^ {2}- some of it: Then 3 are left\n {2}\+ some of it: Then 4 are left$/m);
    assert.ok(comment.split('\n').length <= 40, comment);
  });
});

test('an acceptance that is out of date shows what changed since it was given', () => {
  const change = ({ read, write }: Repository): void => {
    for (const path of ['features/pur.feature', 'messages.ndjson'])
      write(path, read(path).replaceAll('3 are left', '4 are left'));
  };
  afterMerge(change, (one) => {
    const { exit, out } = one.gate(...own);
    assert.equal(exit, 3);
    assert.match(
      out,
      /PUR-01: its scenarios have changed since Ada accepted it\n {6}- .*Then 3 are left\n {6}\+ .*Then 4 are left/,
    );
  });
});

test('needs lowered, a waiver, a milder finding, an exclusion and a file left out are told', () => {
  const change = ({ read, write, command }: Repository): void => {
    const clauses = read('features/clauses.yaml');
    write('features/clauses.yaml', clauses.replace('[example, property]', '[example]'));
    const soon = read('features/waivers.yaml')
      .replace('COL-01', 'PUR-03')
      .replace('kind: all', 'kind: refusal');
    write('features/waivers.yaml', `${read('features/waivers.yaml')}${soon.replace('waivers:\n', '')}`);
    const settings = [
      'severity: { unused-step: off }',
      "exclude: ['features/old*']",
      'exclusions: [{ tag: wip, owner: Bea, reason: later, expiry: 2027-06-30 }]',
    ];
    write('ringspec.config.yaml', `${settings.join('\n')}\n`);
    command('git', 'add', '.');
  };
  afterMerge(change, (one) => {
    one.gate(...own, '--against', 'main');
    const comment = one.read('comment.md');
    for (const said of [
      /PUR-03\*\* it no longer needs property/,
      /Newly waived\*\* \(1\)\n- \*\*PUR-03\*\* refusal until \d{4}-\d\d-\d\d, by the painter: nobody has painted/,
      /unused-step is off now/,
      /features\/old.* is left out/,
      /@wip is excluded everywhere until 2027-06-30 \(Bea\)/,
    ])
      assert.match(comment, said);
    assert.ok(comment.split('\n').length <= 40, comment);
  });
});

test('a merge does not choose how it is judged: a clause taken out and the rule turned off', () => {
  const change = (one: Repository): void => {
    takeOut(one);
    one.write('ringspec.config.yaml', 'severity: { removed: off, weakened: off }\n');
    one.command('git', 'add', '.');
  };
  afterMerge(change, (one) => {
    const { exit, out } = one.gate(...own, '--against', 'main');
    assert.equal(exit, 3);
    assert.match(out, /PUR-02R is taken out/);
    assert.match(out, /settings: removed is off now/);
  });
});

const wip = (os: string): string =>
  `exclusions: [{ tag: wip, owner: Bea, reason: later, expiry: 2027-06-30${os} }]\n`;

test('a scenario that gets the tag of an exclusion is told, and is another line of the baseline', () => {
  const change = ({ read, write }: Repository): void => {
    for (const path of ['features/pur.feature', 'messages.ndjson'])
      write(path, read(path).replaceAll('@refusal @PUR-02R', '@refusal @PUR-02R @wip'));
  };
  afterMerge(
    change,
    (one) => {
      const { out } = one.gate(...own, '--against', 'main');
      assert.match(out, /PUR-02R: 1 scenario more may be left out by an exclusion/);
      const ci = one.gate(...own, '--ci');
      assert.match(ci.out, /is "PUR-01 PUR-02R; refusal; may be left out by @wip;/);
      assert.notEqual(ci.exit, 0);
    },
    { 'ringspec.config.yaml': wip('') },
  );
});

test('an exclusion that holds on more systems is told', () => {
  afterMerge(
    ({ write }) => {
      write('ringspec.config.yaml', wip(''));
    },
    (one) => {
      one.gate(...own, '--against', 'main');
      assert.match(one.read('comment.md'), /@wip is excluded everywhere until 2027-06-30 \(Bea\)/);
    },
    { 'ringspec.config.yaml': wip(', os: [windows]') },
  );
});

test('a property that is gone from the baseline is told', () => {
  const change = ({ read, write }: Repository): void => {
    write('features/baseline.txt', read('features/baseline.txt').replace(/^property\t.*\n/m, ''));
  };
  afterMerge(change, (one) => {
    const { out } = one.gate(...own, '--against', 'main');
    assert.match(out, /properties: 1 property of the baseline gone, or named with other clauses/);
  });
});

test('a waiver does not let an accepted clause lose text and scenarios unseen', () => {
  const change = ({ read, write }: Repository): void => {
    const replace = (path: string, from: RegExp | string, to: string): void => {
      const text = read(path);
      assert.notEqual(text.replace(from, to), text, path);
      write(path, text.replace(from, to));
    };
    replace('features/pur.feature', '@refusal @PUR-02R', '@refusal');
    replace('messages.ndjson', '@refusal @PUR-02R', '@refusal');
    replace('features/clauses.yaml', ', and nothing changes', '');
    replace(
      'features/waivers.yaml',
      /^waivers:\n/m,
      'waivers:\n  - { clause: PUR-02R, kind: all, owner: Bea, reason: later, expiry: 2027-01-30 }\n',
    );
  };
  afterMerge(change, (one) => {
    const { exit, out } = one.gate(...own);
    assert.equal(exit, 3, out);
    assert.match(out, /PUR-02R: its text has changed, and its scenarios have changed since Ada accepted it/);
  });
});

test('nothing changed, and a name that is no commit', () => {
  afterMerge(
    ({ write }) => {
      write('properties/other.txt', 'x');
      write('features/waivers.yaml', '# the same\nwaivers: []\n');
    },
    (one) => {
      one.gate(...own, '--against', 'main');
      assert.match(one.read('comment.md'), /This merge changes no clause and no evidence\./);
      const { exit, err } = one.gate(...own, '--against', 'nowhere');
      assert.equal(exit, 65);
      assert.match(err, /^nowhere: found no commit of this history/);
    },
  );
});

test('code that changed after a run of the gate, and code that no commit holds', () => {
  const files = new Map([...repository('right'), ['src/purse.txt', 'one\n']]);
  inRepository(files, (one) => {
    one.write('kept.ndjson', one.read('messages.ndjson'));
    git(one, 'init', '-q', '-b', 'main');
    git(one, 'add', '.');
    git(one, 'commit', '-q', '-m', 'right');
    const flags = ['--messages', 'messages.ndjson', '--record', 'run.json', '--properties', 'p.json'];
    const ran = one.gate(...flags, '--run', 'cp kept.ndjson messages.ndjson');
    assert.match(ran.out, /5 of 5 scenarios are evidence/);
    one.write('src/purse.txt', 'two\n');
    const later = one.gate(...flags);
    assert.match(later.out, /other-code .*\n {4}changed since the run: src\/purse\.txt/);
    assert.equal(later.exit, 4);
    // run again it counts, and in the continuous integration it is no commit's
    one.write('src/new.txt', 'three\n');
    const again = one.gate(...flags, '--ci', '--run', 'cp kept.ndjson messages.ndjson');
    assert.doesNotMatch(again.out, /other-code/);
    assert.match(again.out, /dirty-tree .*\n {4}no commit holds .*src\/purse\.txt, src\/new\.txt/);
  });
});
