/** Where the commands of the pages are run: the repository, with a scratch folder for what they write. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';
import { commands } from '../../src/cli/main.ts';
import { program } from '../program.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = scratchFolder();
export const place = (name: string): string => join(scratch, name);

export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program in the repository; `input` is what it reads. */
export function run(program: string, args: readonly string[], input = '', cwd = root): Said {
  // a test runner within this one is one of its own
  const env = {
    ...process.env,
    NODE_TEST_CONTEXT: undefined,
    NODE_V8_COVERAGE: '',
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    input,
    env,
    maxBuffer: 1 << 28,
  });
  return { status, out: stdout, err: stderr };
}

/** It ends well. */
export function runs(program: string, args: readonly string[], input = '', cwd = root): Said {
  const said = run(program, args, input, cwd);
  assert.equal(said.status, 0, `${program} ${args.join(' ')}\n${said.err}\n${said.out}`);
  return said;
}

export const ringspec = (...args: string[]): Said => runs(program, args);

export function mustHave(folder: string, ...names: string[]): void {
  for (const name of names) assert.ok(existsSync(join(folder, name)), `${name} is not in ${folder}`);
}

/** What `ringspec COMMAND --help` prints, asked without a process of its own. */
export function helpOf(command: string): string {
  let asked = commands();
  for (const word of command.split(' ')) {
    const found = asked.commands.find((one) => one.name() === word);
    assert.ok(found, `ringspec has no command ${command}`);
    asked = found;
  }
  let help = '';
  asked.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
  return help;
}

/** Every flag is one that the command's help lists. */
export function mustTake(command: string, flags: readonly string[]): void {
  const help = helpOf(command);
  for (const flag of flags)
    assert.match(help, new RegExp(`(^|[ ,])${flag}([ ,=]|$)`, 'm'), `${command} ${flag}`);
}

const small = `
allow_small_ring: true
periods: 3
ring: {n_traders: 6, total_debt_Q: 240, maturity_days: 3}
sweep: {kappas: [1, 2], seeds: 2}
`;

export function smallScenario(): string {
  const path = place('small.yaml');
  writeFileSync(path, small);
  return path;
}

/** A small sweep, made once: the stand-in for the long ones of the pages. */
export function smallSweep(): string {
  const folder = place('sweep');
  if (!existsSync(folder)) ringspec('sweep', 'balanced', smallScenario(), '--out-dir', folder);
  return folder;
}

interface Scripts {
  readonly scripts: Readonly<Record<string, string>>;
}

/** The script of package.json: what it names must be there. */
export function scriptOf(name: string): string {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Scripts;
  const script = scripts[name];
  assert.ok(script !== undefined, `package.json has no script ${name}`);
  for (const [path] of script.matchAll(/\b(bin|test|src|bench|strength|scenarios)\/[\w./-]+/g))
    assert.ok(existsSync(join(root, path)), `${name} names ${path}`);
  return script;
}

/** Every `bin/ringspec` command of a script takes the flags that it is given. */
export function scriptIsTaken(name: string): void {
  for (const part of scriptOf(name).split(' && '))
    if (part.startsWith('bin/ringspec ')) commandIsTaken(part.slice('bin/ringspec '.length));
}

/** A command, without `bin/ringspec`, takes the flags that it is given. */
export function commandIsTaken(line: string): void {
  const [command = '', ...rest] = line.split(' ');
  mustTake(
    command === 'sweep' ? 'sweep balanced' : command,
    rest.filter((word) => word.startsWith('--')),
  );
}
