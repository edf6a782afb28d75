/** What every shown command promises, and how that is checked; a long one is checked in a cheaper way that is named. */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { lanes } from '../../build/start-lanes.ts';
import { gridPoints } from '../../src/scenario/grid.ts';
import { repository } from '../gate/fixture.ts';
import { inRepository } from '../gate/on-disk.ts';
import { load } from '../sweep/small-sweep.ts';
import { packageChecks } from './package-checks.ts';
import {
  commandIsTaken,
  helpOf,
  mustHave,
  mustTake,
  place,
  ringspec,
  root,
  run,
  runs,
  scriptIsTaken,
  scriptOf,
  smallScenario,
  smallSweep,
} from './workshop.ts';
import { program } from '../program.ts';

export interface Check {
  /** In what way less is run than the page shows; null where it runs as it stands, but for where it writes. */
  readonly cheaper: string | null;
  readonly holds: () => void;
}

const asShown = (holds: () => void): Check => ({ cheaper: null, holds });
const cheaper = (how: string, holds: () => void): Check => ({ cheaper: how, holds });

/** The scenario of README.md, run by its line: it alone, and without a warning. */
function oneScenario(): void {
  const file = 'features/examples/EX-04-layoff-at-the-ask.feature';
  const { out, err } = runs('npx', ['cucumber-js', `${file}:37`]);
  assert.match(out, /^1 scenario \(1 passed\)$/m);
  assert.equal(err, '');
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const [, title = 'no scenario'] = /Scenario: (.*)/.exec(lines[36] ?? '') ?? [];
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  assert.ok(readme.includes(`Scenario: ${title}\n`), `line 37 is ${title}`);
  const [, excerpt = ''] = /```gherkin\n([\s\S]*?)```/.exec(readme) ?? [];
  for (const line of excerpt.trim().split('\n'))
    assert.ok(
      lines.some((there) => there.trim() === line.trim()),
      `${file} has no line ${line.trim()}`,
    );
  assert.match(runs('npx', ['cucumber-js', file]).out, /^4 scenarios \(4 passed\)$/m);
}

/** Every command that README.md shows is in the list, and has a working example of its own. */
function helpLists(): void {
  const { out } = ringspec('--help');
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const names = new Set([...readme.matchAll(/`bin\/ringspec (\w+)/g)].map(([, name = '']) => name));
  assert.ok(names.size > 10);
  for (const name of names) {
    assert.match(out, new RegExp(`^  ${name} `, 'm'));
    assert.match(helpOf(name), /^Examples?:\n {2}\$ /m, name);
  }
}

function reportOfAdapter(): void {
  const folder = place('mine');
  if (existsSync(folder)) return;
  const adapter = `python3 ${join(root, 'examples/template/adapter.py')}`;
  // the template claims no capability yet, so it does not conform: exit status 1
  assert.equal(run(program, ['verify', '--implementation', adapter, '--out', folder]).status, 1);
  mustHave(folder, 'index.html', 'report.txt', 'report.json', 'certificate.json');
}

function matrix(): void {
  reportOfAdapter();
  for (const name of ['A.json', 'B.json']) copyFileSync(join(place('mine'), 'certificate.json'), place(name));
  ringspec('certificates', place('A.json'), place('B.json'), '--out', place('matrix'));
  mustHave(place('matrix'), 'index.html');
}

const PLAYED = 'its flags: test/verify/vectors runs it';
const playsVectors = cheaper(PLAYED, () => {
  const { out } = runs('python3', ['examples/python/run_vectors.py', '--help']);
  for (const flag of ['--command', '--results']) assert.ok(out.includes(flag), flag);
});

function mergedShards(): void {
  const parts = ['1/2', '2/2'].map((part) => {
    const folder = place(`part-${part.replace('/', '-of-')}`);
    ringspec('sweep', 'balanced', smallScenario(), '--out-dir', folder, '--shard', part);
    return folder;
  });
  ringspec('merge', ...parts, '--out-dir', place('merged'));
  const rows = (folder: string): string => readFileSync(join(folder, 'aggregate/comparison.csv'), 'utf8');
  assert.equal(rows(place('merged')), rows(smallSweep()));
}

function theGrid(): void {
  const text = readFileSync(join(root, 'scenarios/balanced-625.yaml'), 'utf8');
  assert.equal([...gridPoints(load(text, 'float64').grid)].length, 625 * 5);
  mustHave(smallSweep(), 'aggregate/comparison.csv', 'aggregate/effects.csv', 'aggregate/summary.json');
  mustTake('sweep balanced', ['--resume', '--shard', '--verify-sample', '--seeds', '--regimes']);
}

/** The gate's own flags, in a small repository of the layout that the page shows. */
function inAnotherLayout(...flags: readonly string[]): void {
  const moved = [...repository('right')].map(([path, text]): [string, string] => {
    const to = path.endsWith('.feature')
      ? path.replace('features/', 'src/test/resources/')
      : path === 'messages.ndjson'
        ? 'target/messages.ndjson'
        : path.replace('features/', 'spec/');
    return [to, text.replaceAll('"features/', '"src/test/resources/')];
  });
  inRepository(new Map(moved), ({ gate, write, read }) => {
    // in place of a suite: what an earlier run of it wrote
    const written = ['target/messages.ndjson', 'properties.json'];
    for (const path of written) write(`earlier/${path}`, read(path));
    write('suite.sh', written.map((path) => `cp earlier/${path} ${path}`).join('\n'));
    const { exit, out, err } = gate(...flags, '--properties', 'properties.json');
    assert.match(out, /^4 clauses: /, `${out}${err}`);
    assert.equal(exit, 0, `${out}${err}`);
  });
}

const places = [
  '--catalogue',
  'spec/clauses.yaml',
  '--features',
  'src/test/resources',
  '--messages',
  'target/messages.ndjson',
];
const rest = [
  '--waivers',
  'spec/waivers.yaml',
  '--accepted',
  'spec/accepted.yaml',
  '--baseline',
  'spec/baseline.txt',
];

/** The three commands of the first minutes, from an empty folder, with the files that the page shows. */
function newcomer(): void {
  const page = readFileSync('docs/gate.md', 'utf8');
  const block = (name: string): string => {
    const [, text] = new RegExp(`\`\`\`yaml\\n# ${name}\\n([^\`]*)\`\`\``).exec(page) ?? [];
    assert.ok(text, `${name} is shown`);
    return text;
  };
  const steps = repository('right').get('steps.txt') ?? '';
  const feature = (n: number): string =>
    `Feature: Purse ${String(n)}\n\n  @PUR-01\n  Example: some of it\n    Given ${String(n)} coins\n    When 1 are spent\n    Then ${String(n - 1)} are left\n`;
  const files = new Map([
    ['features/clauses.yaml', block('features/clauses.yaml')],
    ['ringspec.config.yaml', block('ringspec.config.yaml')],
    ['features/steps.mjs', steps.replace(/Then\('\{int\} were[^]*/, '')],
    ...[3, 4, 5].map((n) => [`features/${String(n)}.feature`, feature(n)] as const),
  ]);
  inRepository(files, ({ folder, gate, read }) => {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const first = gate('--run');
    assert.match(first.out, /PUR-01: nobody has accepted its scenarios yet/, first.err);
    assert.equal(first.exit, 3);
    assert.equal(gate('--accept', 'all', '--by', 'Ada', '--why', 'read them for the first time').exit, 0);
    const { exit, out } = gate('--run', '--update');
    assert.match(out, /^1 clauses: 1 covered\n3 of 3 scenarios are evidence/);
    assert.equal(exit, 0);
    assert.match(read('features/baseline.txt'), /^clause\tPUR-01\tcovered\tneeds example\texample$/m);
  });
}

let failed: Error | null = null;
let hasWalked = false;

/** The walk is of three commands, and is taken once. */
function walked(): void {
  if (!hasWalked) {
    hasWalked = true;
    try {
      newcomer();
    } catch (error) {
      failed = error instanceof Error ? error : new Error(String(error));
    }
  }
  if (failed !== null) throw failed;
}

/** It wants a clause that nobody has accepted, and then has one that somebody has. */
function accepting(): void {
  inRepository(repository('never-accepted'), ({ gate, read }) => {
    const own = ['--messages', 'messages.ndjson', '--record', 'run.json', '--properties', 'properties.json'];
    const { exit, err } = gate(
      ...own,
      '--accept',
      'PUR-01',
      '--by',
      'Ada',
      '--why',
      'read its three scenarios against the text',
    );
    assert.equal(exit, 0, err);
    const accepted = parse(read('features/accepted.yaml')) as { accepted?: object };
    assert.match(JSON.stringify(accepted), /"Ada"/);
  });
}

const asksHello = (): void => {
  const { out } = runs(program, ['serve'], '{"id":1,"op":"hello","protocol":1}\n');
  assert.match(out, /^\{"id":1,"ok":true,"protocol":1,.*\}\n$/);
};

const script = (name: string): Check =>
  cheaper('it takes minutes to hours: its script and the files that it names are there', () => {
    scriptOf(name);
  });

const notOurs = cheaper('a tool of another language, which need not be on this machine', () => undefined);

const start = cheaper('it takes a minute: each of its commands is known, with its flags', () => {
  for (const command of lanes.flat()) commandIsTaken(command);
});
const tests = script('test');

let scopes = 0;
/** World 93 of the scope: three traders in a line of debts. */
function exhaustively(...more: readonly string[]): void {
  const one = ['--from', '93', '--worlds', '1', '--out', place(`scope-${String(++scopes)}`)];
  assert.match(ringspec('hunt', '--exhaustive', ...more, ...one).out, /1 of 1 worlds? agree/);
}

/** The verdict of the smallest file of the sources' claims, as its first comment has it. CLM-04. */
function claimsAreJudged(): void {
  const file = 'scenarios/claims/small.feature';
  const { status, out } = run(program, ['claims', file, '--out', place('claims')]);
  const [, verdict = 'none', tally = 'none'] =
    /^# Verdict: (\w+)\. (Of [^.]*\.)/.exec(readFileSync(join(root, file), 'utf8')) ?? [];
  assert.ok(out.includes(tally), out);
  assert.equal(status, { supported: 0, contradicted: 1, undecided: 2 }[verdict]);
  mustHave(place('claims'), 'index.html', 'claims.json', 'junit.xml');
}

function exported(): void {
  if (existsSync(place('data'))) return;
  ringspec('export', smallSweep(), '--out', place('data'), '--csv');
  mustHave(place('data'), 'runs.parquet', 'effects.csv', 'codebook.csv', 'datapackage.json', 'CITATION.cff');
}

export const checks: Readonly<Record<string, Check>> = {
  ...packageChecks,
  'npm ci && npm start': start,
  'npm start': start,
  'npm ci && npm test': tests,
  'npm test': tests,
  'npm run check': script('check'),
  'npm run test:slow': script('test:slow'),
  'npm run test:long': script('test:long'),
  'bin/ringspec compare reports/balanced-small reports/two-sided': cheaper(
    'a small sweep beside itself',
    () => {
      ringspec('compare', smallSweep(), smallSweep(), '--out-dir', place('compared'));
      mustTake('compare', ['--out-dir', '--json']);
    },
  ),
  'bin/ringspec claims scenarios/claims/small.feature --out reports/claims': asShown(claimsAreJudged),
  'bin/ringspec claims FILE --out DIR': cheaper('its flags: the smallest file is judged above', () => {
    mustTake('claims', ['--out']);
  }),
  'bin/ringspec export reports/balanced-small --out reports/data --csv': cheaper(
    'a sweep of 4 pairs',
    exported,
  ),
  'bin/ringspec repeat reports/data/manifest.json': cheaper('of a sweep of 4 pairs', () => {
    exported();
    assert.match(ringspec('repeat', place('data/manifest.json')).out, /every byte is the same/);
  }),
  'npm ci': cheaper('what it would install, without a network', () => {
    runs('npm', ['ci', '--dry-run', '--offline', '--ignore-scripts']);
  }),
  'npx cucumber-js features/examples/EX-04-layoff-at-the-ask.feature:37': asShown(oneScenario),
  'grep -rn KER-13 src/core': asShown(() => {
    assert.match(runs('grep', ['-rn', 'KER-13', 'src/core']).out, /^src\/core\/[\w-]+\.ts:\d+:/);
  }),
  'bin/ringspec --help': asShown(helpLists),
  'bin/ringspec verify': cheaper(
    'the chapter KER, of the core as a child: npm test runs every scenario',
    () => {
      const only = ['--implementation', `${program} serve`, '--only', 'features/ker'];
      const { out } = ringspec('verify', ...only, '--out', place('own'));
      assert.match(out, /^ +KER +(\d+) of +\1 hold/m);
      mustTake('verify', ['--arithmetic']);
    },
  ),
  'bin/ringspec verify --implementation "python3 my_adapter.py" --out reports/mine': asShown(reportOfAdapter),
  'bin/ringspec smoke --implementation "python3 my_adapter.py"': asShown(() => {
    ringspec('smoke', '--implementation', `python3 ${join(root, 'examples/python/serve.py')}`);
  }),
  'bin/ringspec certificates A.json B.json --out reports/matrix': asShown(matrix),
  'bin/ringspec vectors --out vectors': cheaper(PLAYED, () => {
    assert.match(helpOf('vectors'), /--worlds <count> .*\(default: 300\)/);
  }),
  'bin/ringspec vectors --out vectors --worlds 2000 --seed 7': cheaper(PLAYED, () => {
    mustTake('vectors', ['--out', '--worlds', '--seed']);
  }),
  'python3 examples/python/run_vectors.py vectors': playsVectors,
  'python3 examples/python/run_vectors.py vectors --results results.json': playsVectors,
  'python3 examples/python/run_vectors.py vectors --command "./my_adapter"': playsVectors,
  'bin/ringspec certificate --from-vectors results.json --out reports/mine': cheaper(PLAYED, () => {
    mustTake('certificate', ['--from-vectors', '--out']);
  }),
  'bin/ringspec run scenarios/baseline.yaml --out reports/baseline': asShown(() => {
    assert.match(ringspec('run', 'scenarios/baseline.yaml', '--out', place('baseline')).out, /\w/);
    mustHave(
      place('baseline'),
      'out/events.jsonl',
      'out/metrics.json',
      'out/manifest.json',
      'out/trades.csv',
    );
  }),
  'bin/ringspec sweep balanced scenarios/balanced-625.yaml --out-dir reports/balanced-625': cheaper(
    'a sweep of 4 pairs; that the other file has 625 points of five seeds is counted',
    theGrid,
  ),
  'bin/ringspec merge DIR… --out-dir DIR': asShown(mergedShards),
  'bin/ringspec analyze reports/balanced-625': cheaper('a sweep of 4 pairs', () => {
    assert.match(ringspec('analyze', smallSweep()).out, /\w/);
  }),
  'bin/ringspec report reports/balanced-625': cheaper('a sweep of 4 pairs', () => {
    ringspec('report', smallSweep(), '--runs', 'all');
    mustHave(smallSweep(), 'report/index.html');
  }),
  'bin/ringspec playground': cheaper('into another folder', () => {
    ringspec('playground', '--out', place('playground.html'));
    assert.match(readFileSync(place('playground.html'), 'utf8'), /id="playground"/);
  }),
  'bin/ringspec report --index': cheaper('of another folder', () => {
    ringspec('report', '--index', place('.'));
    assert.match(readFileSync(place('index.html'), 'utf8'), /Outputs in this folder/);
  }),
  'bin/ringspec report --spec': cheaper('in a small repository, from the messages of a run', () => {
    inRepository(repository('right'), ({ ringspec: there, has }) => {
      assert.equal(there('report', '--spec', '--messages', 'messages.ndjson').exit, 0);
      assert.ok(has('reports/specification/index.html'));
    });
  }),
  'bin/ringspec sensitivity scenarios/balanced-small.yaml --seeds 20 --out-dir reports/sensitivity': cheaper(
    'its flags: test/study/sensitivity runs it',
    () => {
      mustTake('sensitivity', ['--seeds', '--out-dir']);
    },
  ),
  'bin/ringspec gate': cheaper('in a small repository', () => {
    inRepository(repository('right'), ({ gate, write, read }) => {
      for (const file of ['messages.ndjson', 'run.json', 'properties.json'])
        write(`reports/gate/${file}`, read(file));
      const { exit, out } = gate();
      assert.equal(exit, 0, out);
    });
  }),
  'bin/ringspec gate --run': asShown(walked),
  'bin/ringspec gate --accept all --by Ada --why "read them for the first time"': asShown(walked),
  'bin/ringspec gate --run --update': asShown(walked),
  'npm run gate': cheaper('it runs everything: its command is known, with its flags', () => {
    scriptIsTaken('gate');
  }),
  'bin/ringspec hunt --for 60s': cheaper('for a second', () => {
    ringspec('hunt', '--for', '1s', '--out', place('hunt'));
    mustTake('hunt', ['--implementation', '--arithmetic', '--promote']);
  }),
  'bin/ringspec hunt --exhaustive': cheaper('of a single world', () => {
    exhaustively();
  }),
  'bin/ringspec hunt --exhaustive --out reports/scope': cheaper('of a single world', () => {
    exhaustively();
  }),
  'bin/ringspec hunt --exhaustive small --implementation "python3 my_adapter.py"': cheaper(
    'of a single world, against the example',
    () => {
      exhaustively('small', '--implementation', `python3 ${join(root, 'examples/python/serve.py')}`);
    },
  ),
  'bin/ringspec hunt': cheaper('for a single world', () => {
    ringspec('hunt', '--worlds', '1', '--out', place('hunt-one'));
  }),
  'npm run strength': script('strength'),
  'npm run wrong': script('wrong'),
  'npm run bench': script('bench'),
  'bin/ringspec serve': asShown(asksHello),
  'npx cucumber-js --format message:messages.ndjson': cheaper('one feature', () => {
    const feature = 'features/examples/EX-04-layoff-at-the-ask.feature';
    runs('npx', ['cucumber-js', '--format', `message:${place('messages.ndjson')}`, feature]);
    assert.match(readFileSync(place('messages.ndjson'), 'utf8'), /"testCaseFinished"/);
  }),
  'mvn test -Dcucumber.plugin=message:target/messages.ndjson': notOurs,
  'bundle exec cucumber --format message --out messages.ndjson': notOurs,
  [`bin/ringspec gate ${places.join(' ')} ${rest.join(' ')}`]: asShown(() => {
    inAnotherLayout(...places, ...rest);
  }),
  'bin/ringspec gate --run "mvn -q test" --messages target/messages.ndjson --record target/gate.json …':
    cheaper('a command that hands over the messages of an earlier run, in place of mvn', () => {
      inAnotherLayout('--run', 'sh suite.sh', ...places, ...rest, '--record', 'target/gate.json');
    }),
  'bin/ringspec gate --accept PUR-01 --by Ada --why "read its three scenarios against the text"':
    asShown(accepting),
  'node --import tsx src/gate/check-properties.ts reports/gate/properties.json test/properties/*.test.ts':
    cheaper('the properties of the kernel alone', () => {
      const out = place('properties.json');
      const args = ['--import', 'tsx', 'src/gate/check-properties.ts', out, 'test/properties/kernel.test.ts'];
      assert.notEqual(run(process.execPath, args).status, null);
      assert.match(readFileSync(out, 'utf8'), /"name": ?"KER-11: /);
    }),
};
