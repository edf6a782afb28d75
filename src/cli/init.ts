/** `ringspec init`: a start that works, in a folder of one's own. CLI-01, CLI-03. */
import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Option, type Command } from 'commander';
import { out } from '../terminal.ts';
import { pathName } from './path-name.ts';

interface Start {
  readonly about: string;
  /** Files of `examples/`, and what they are called in the new folder. */
  readonly files: readonly (readonly [from: string, to: string])[];
  /** Pages of `docs/` to read. */
  readonly pages: readonly string[];
  readonly next: readonly string[];
}

/** What asks an adapter for KER-01 alone, and what asks it for everything. */
const asks = (command: string): readonly string[] => {
  const verify = `npx ringspec verify --implementation "${command}"`;
  return [
    `${verify} --only features/ker/01-outside-quotes.feature --out report`,
    `${verify} --out report   # everything: it names the clauses that come next`,
  ];
};
const ofAdapters = ['implementing.md', 'protocol.md'];
const adapter = (language: string): string => `an adapter in ${language}: it says hello and answers KER-01`;

/** The start of a folder of `examples/start`, whose files keep their names. */
const from = (folder: string, names: readonly string[]): Start['files'] =>
  names.map((name) => [`start/${folder}/${name}`, name] as const);

const starts: Readonly<Record<string, Start>> = {
  python: {
    about: adapter('Python'),
    files: [['template/adapter.py', 'adapter.py'], ...from('python', ['model.py'])],
    pages: ofAdapters,
    next: asks('python3 adapter.py'),
  },
  typescript: {
    about: adapter('TypeScript'),
    files: from('typescript', ['adapter.ts']),
    pages: ofAdapters,
    next: [
      'npm install ringspec',
      ...asks('node adapter.ts'),
      '# before node 22.18 the program is "npx tsx adapter.ts"',
    ],
  },
  java: {
    about: `${adapter('Java')}, from 17 on`,
    files: from('java', ['Adapter.java', 'Json.java']),
    pages: ofAdapters,
    next: ['javac *.java', ...asks('java Adapter')],
  },
  go: {
    about: adapter('Go'),
    files: from('go', ['adapter.go']),
    pages: ofAdapters,
    next: ['go build -o adapter adapter.go', ...asks('./adapter')],
  },
  rust: {
    about: adapter('Rust'),
    files: from('rust', ['Cargo.toml', 'src/main.rs', 'src/json.rs']),
    pages: ofAdapters,
    next: ['cargo build --release', ...asks('target/release/adapter')],
  },
  julia: {
    about: `${adapter('Julia')}, with the package JSON`,
    files: from('julia', ['adapter.jl']),
    pages: ofAdapters,
    next: [`julia -e 'using Pkg; Pkg.add("JSON")'`, ...asks('julia adapter.jl')],
  },
  r: {
    about: `${adapter('R')}, with the package jsonlite`,
    files: from('r', ['adapter.R']),
    pages: ofAdapters,
    next: asks('Rscript adapter.R'),
  },
  gate: {
    about: 'a repository whose clauses are gated, with one clause and its scenario',
    files: from('gate', [
      'ringspec.config.yaml',
      'features/clauses.yaml',
      'features/purse.feature',
      'features/steps.mjs',
    ]),
    pages: ['gate.md'],
    next: [
      'npm install ringspec',
      'npx ringspec gate --run   # ends with 3: nobody has accepted the clause yet',
      'npx ringspec gate --accept all --by "your name" --why "read for the first time"',
      'npx ringspec gate --run --update',
    ],
  },
  scenario: {
    about: 'a scenario with a sweep',
    files: from('scenario', ['scenario.yaml']),
    pages: ['scenario-files.md'],
    next: [
      'npx ringspec sweep balanced scenario.yaml --out-dir reports/sweep',
      'npx ringspec report reports/sweep',
    ],
  },
  claims: {
    about: 'a claim file: an experiment, and what it is to show',
    files: from('claims', ['claims.feature']),
    pages: ['claims.md'],
    next: ['npx ringspec claims claims.feature --out reports/claims'],
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
    .description('write a start that works: an adapter, a gated repository, a scenario, a claim file')
    .argument('[start]', names.join(', '))
    .addOption(new Option('--folder <dir>', 'where to write').default('.').argParser(pathName))
    .addHelpText('after', help)
    .action(init);
}

async function init(asked: string | undefined, { folder }: { folder: string }): Promise<void> {
  const { Fault } = await import('../files/faults.ts');
  const { refuseNoFolder } = await import('../files/output-folder.ts');
  const { writeWhole } = await import('../files/write-whole.ts');
  const { docs, root } = await import('../place.ts');
  const name = asked ?? (await ask());
  const start = Object.hasOwn(starts, name) ? starts[name] : undefined;
  if (start === undefined)
    throw new Fault(`found the start ${name || '(none)'}; allowed: ${names.join(', ')}`, 'usage');
  const files = start.files.map(([from, to]) => [join(root, 'examples', from), join(folder, to)] as const);
  for (const [, path] of files) refuseNoFolder(dirname(path));
  // a link that leads nowhere is the user's, too
  const there = files.filter(([, path]) => lstatSync(path, { throwIfNoEntry: false }) !== undefined);
  if (there.length > 0) {
    const found = there.map(([, path]) => path).join(', ');
    throw new Fault(`found ${found}; nothing was written: name another --folder`, 'failed');
  }
  const written: string[] = [];
  try {
    for (const [from, path] of files) {
      writeWhole(path, readFileSync(from, 'utf8'));
      written.push(path);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
  for (const path of written) out(`${path}\n`);
  out(`\nRead:\n${start.pages.map((page) => `  ${join(docs, page)}\n`).join('')}`);
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
