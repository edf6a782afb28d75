/** The examples of every `--help`, pasted one after the other into an empty folder. CLI-01. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { Command } from 'commander';
import { commands } from '../../src/cli/main.ts';
import { program } from '../program.ts';
import { scratchFolder } from '../../src/files/scratch.ts';

const folder = scratchFolder();

const everyCommand = (of: Command): Command[] => [of, ...of.commands.flatMap(everyCommand)];

function examplesOf(command: Command): string[] {
  let help = '';
  command.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
  return [...help.replaceAll(/ \\\n +/g, ' ').matchAll(/^ {2}\$ (.*)$/gm)].map(([, line = '']) => line);
}

/** What makes what others read comes first. */
const first = ['init', 'sweep', 'run', 'verify'];
const rank = (command: Command): number => first.indexOf(command.name()) + 1 || 99;
const lines = [
  ...new Set(
    everyCommand(commands())
      .sort((a, b) => rank(a) - rank(b))
      .flatMap(examplesOf),
  ),
];

const elsewhere: readonly (readonly [line: RegExp, where: string])[] = [
  [/redis:/, 'test/sweep/queue, over a Redis of its own'],
  [
    /^ringspec (gate|report --spec)/,
    'test/cli/init.test.ts and test/gate: a repository with cucumber installed',
  ],
  [/^ringspec (verify|vectors)(?!.*--implementation)/, 'test/docs and test/verify/vectors: the whole suite'],
  [/--from-vectors/, 'test/verify/vectors: what a runner wrote'],
];

/** What is long is asked for less of. */
const shorter: readonly (readonly [asked: string, instead: string])[] = [
  ['--kappas "0.25,0.5,1,2,4" --concentrations "0.2,0.5,1,2,5"', '--kappas "1" --concentrations "1"'],
  [
    '--mus "0,0.25,0.5,0.75,1" --outside-mid-ratios "1.0,0.9,0.8,0.75,0.5"',
    '--mus "0" --outside-mid-ratios "0.9"',
  ],
  ['--for 60s', '--for 1s'],
  ['--for 5m', '--for 1s'],
  ['--worlds 1000', '--worlds 3'],
  ['--worlds 2000', '--worlds 3'],
  ['--exhaustive --out', '--exhaustive --worlds 3 --out'],
  ['--exhaustive small', '--exhaustive small --worlds 3'],
  ['--seeds 20', '--seeds 2'],
  ['--tolerance 1e-8', '--tolerance 1e-8 --only KER-03'],
  ['--ruling clearing=sequential', '--ruling clearing=sequential --only KER-03'],
];

/** An adapter that answers one clause does not conform, and is asked nothing of a world. */
const endings: readonly (readonly [line: RegExp, status: number])[] = [
  [/verify .*--known-failures/, 0],
  [/verify .*--implementation/, 1],
  [/hunt .*--implementation/, 4],
];

const small = `
allow_small_ring: true
periods: 3
ring: {n_traders: 6, total_debt_Q: 240, maturity_days: 3}
sweep: {kappas: [1, 2], seeds: 2}
`;

for (const line of lines) {
  const [, where] = elsewhere.find(([asked]) => asked.test(line)) ?? [];
  test(line, { skip: where }, () => {
    const asked = shorter.reduce((text, [long, short]) => text.replace(long, short), line);
    const run = spawnSync('sh', ['-c', asked.replace(/(^|\| )ringspec /, `$1${program} `)], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
    });
    const status = endings.find(([one]) => one.test(line))?.[1] ?? 0;
    assert.equal(run.status, status, run.stderr + run.stdout);
    if (line === 'ringspec init scenario') writeFileSync(join(folder, 'scenario.yaml'), small);
    if (line.includes('--out reports/mine')) {
      // somebody else's certificate of the same suite
      const theirs = join(folder, 'reports/yours/certificate.json');
      mkdirSync(dirname(theirs), { recursive: true });
      copyFileSync(join(folder, 'reports/mine/certificate.json'), theirs);
    }
  });
}

test('every command has an example', () => {
  const without = everyCommand(commands()).filter((one) => examplesOf(one).length === 0);
  assert.deepEqual(
    without.map((one) => one.name()),
    [],
  );
});
