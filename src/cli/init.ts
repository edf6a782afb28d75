/** `ringspec init`: a start that works, in a folder of one's own. CLI-01, CLI-03. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Option, type Command } from 'commander';
import { out } from '../terminal.ts';
import { pathName } from './path-name.ts';

interface Start {
  readonly about: string;
  /** Files of `examples/`, and what they are called in the new folder. */
  readonly files: readonly (readonly [from: string, to: string])[];
  readonly next: readonly string[];
}

const verify = (command: string): string => `npx ringspec verify --implementation "${command}" --out report`;
const gateFiles = [
  'ringspec.config.yaml',
  'features/clauses.yaml',
  'features/purse.feature',
  'features/steps.mjs',
];

const starts: Readonly<Record<string, Start>> = {
  python: {
    about: 'an adapter in Python: it says hello and answers KER-01',
    files: [
      ['template/adapter.py', 'adapter.py'],
      ['start/python/model.py', 'model.py'],
    ],
    next: [verify('python3 adapter.py')],
  },
  typescript: {
    about: 'an adapter in TypeScript: it says hello and answers KER-01',
    files: [['start/typescript/adapter.ts', 'adapter.ts']],
    next: [
      'npm install ringspec',
      `${verify('node adapter.ts')}   # before node 22.18: "npx tsx adapter.ts"`,
    ],
  },
  go: {
    about: 'an adapter in Go: it says hello and answers KER-01',
    files: [['start/go/adapter.go', 'adapter.go']],
    next: ['go build -o adapter adapter.go', verify('./adapter')],
  },
  r: {
    about: 'an adapter in R, with jsonlite: it says hello and answers KER-01',
    files: [['start/r/adapter.R', 'adapter.R']],
    next: [verify('Rscript adapter.R')],
  },
  gate: {
    about: 'a repository whose clauses are gated, with one clause and its scenario',
    files: gateFiles.map((name) => [`start/gate/${name}`, name] as const),
    next: [
      'npm install ringspec',
      'npx ringspec gate --run',
      'npx ringspec gate --accept all --by "your name" --why "read for the first time"',
      'npx ringspec gate --run --update',
    ],
  },
  scenario: {
    about: 'a scenario with a sweep',
    files: [['start/scenario/scenario.yaml', 'scenario.yaml']],
    next: [
      'npx ringspec sweep balanced scenario.yaml --out-dir reports/sweep',
      'npx ringspec report reports/sweep',
    ],
  },
};
const names = Object.keys(starts);

const help = `
Starts:
${names.map((name) => `  ${name.padEnd(12)}${starts[name]?.about ?? ''}`).join('\n')}

Example:
  $ ringspec init python --folder my-market

Nothing is overwritten. Without a start it is asked for, where there is a terminal to ask.`;

export function describeInit(program: Command): void {
  program
    .command('init')
    .description('write a start that works: an adapter, a gated repository, a scenario')
    .argument('[start]', names.join(', '))
    .addOption(new Option('--folder <dir>', 'where to write').default('.').argParser(pathName))
    .addHelpText('after', help)
    .action(init);
}

async function init(asked: string | undefined, { folder }: { folder: string }): Promise<void> {
  const { Fault } = await import('../files/faults.ts');
  const { makeFolder } = await import('../files/make-folder.ts');
  const { writeWhole } = await import('../files/write-whole.ts');
  const { root } = await import('../place.ts');
  const name = asked ?? (await ask());
  const start = Object.hasOwn(starts, name) ? starts[name] : undefined;
  if (start === undefined)
    throw new Fault(`found the start ${name || '(none)'}; allowed: ${names.join(', ')}`, 'usage');
  const there = start.files.map(([, to]) => join(folder, to)).filter((path) => existsSync(path));
  if (there.length > 0)
    throw new Fault(`found ${there.join(', ')}; nothing was written: name another --folder`, 'failed');
  for (const [from, to] of start.files) {
    const path = join(folder, to);
    makeFolder(dirname(path));
    writeWhole(path, readFileSync(join(root, 'examples', from), 'utf8'));
    out(`${path}\n`);
  }
  const steps = folder === '.' ? start.next : [`cd ${folder}`, ...start.next];
  out(`\nNext:\n${steps.map((line) => `  ${line}\n`).join('')}`);
}

/** Empty where nobody can be asked. */
async function ask(): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(`Which start (${names.join(', ')})? `)).trim();
  } finally {
    terminal.close();
  }
}
