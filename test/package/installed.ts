/** The package as a user has it: packed, installed in an empty folder outside the project, and nothing else in reach. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from '../../src/files/scratch.ts';
import { root } from '../../src/place.ts';

export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Without what would find this test's own program, or count what runs. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !['NODE_PATH', 'NODE_OPTIONS', 'NODE_V8_COVERAGE'].includes(name),
  ),
);

/** The folder of everything. */
export const folder = scratchFolder();

export function command(line: readonly string[], cwd = folder, env: NodeJS.ProcessEnv = environment): Said {
  const [program = '', ...args] = line;
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', env });
  if (error !== undefined) throw error;
  return { status, out: stdout, err: stderr };
}

/** What a command that must succeed prints. */
export function ok(line: readonly string[], cwd = folder): string {
  const { status, out, err } = command(line, cwd);
  assert.equal(status, 0, `${line.join(' ')}: ${err}\n${out}`);
  return out;
}

/** Packs the project, which builds it first. @returns the tarball */
export function pack(): string {
  const place = join(folder, 'packed');
  mkdirSync(place);
  ok(['npm', 'pack', '--pack-destination', place], root);
  const [name = ''] = readdirSync(place);
  return join(place, name);
}

/** Installs the tarball in a new folder, without install scripts; `more` are options of npm's. */
export function install(tarball: string, name: string, ...more: readonly string[]): string {
  const place = join(folder, name);
  mkdirSync(place);
  write(place, 'package.json', '{ "private": true, "type": "module" }\n');
  ok(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', ...more, tarball], place);
  return place;
}

export function write(place: string, name: string, text: string): void {
  mkdirSync(dirname(join(place, name)), { recursive: true });
  writeFileSync(join(place, name), text);
}

/** Names of the packages below `node_modules`, as npm lists them. */
export function packagesIn(place: string): string[] {
  const list = readFileSync(join(place, 'node_modules/.package-lock.json'), 'utf8');
  return Object.keys((JSON.parse(list) as { packages: Record<string, unknown> }).packages);
}

/** Bytes of all files below a folder. */
export const bytesIn = (place: string): number =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
