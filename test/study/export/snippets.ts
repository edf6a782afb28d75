/** The snippets of docs/data.md, run in the languages that are installed, over tables in a folder. DAT-03. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { csvRows } from '../../../steps/csv.ts';
import { DuckDBInstance } from '@duckdb/node-api';

const page = readFileSync(fileURLToPath(new URL('../../../docs/data.md', import.meta.url)), 'utf8');

/** The one block of a language. */
function snippet(language: string): string {
  const blocks = [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))];
  assert.equal(blocks.length, 1, `docs/data.md has one block in ${language}`);
  return blocks[0]?.[1] ?? '';
}

export type Row = Readonly<Record<string, string>>;

/** The result of SQL that names files of a folder. */
export async function rowsOf(sql: string, folder: string): Promise<Row[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET file_search_path = '${folder}'`);
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowObjectsJS()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, String(value as string | number | bigint | null)]),
      ),
    );
}

export const inDuckDB = (folder: string): Promise<Row[]> => rowsOf(snippet('sql'), folder);

/** Rows that a program prints as CSV; null where none of these programs passes the probe. */
function printed(
  language: string,
  programs: readonly string[],
  probe: readonly string[],
  folder: string,
): Row[] | null {
  const program = programs.find((one) => spawnSync(one, probe).status === 0);
  if (program === undefined) return null;
  const { status, stdout, stderr } = spawnSync(program, ['-'], {
    cwd: folder,
    encoding: 'utf8',
    input: snippet(language),
  });
  assert.equal(status, 0, stderr);
  return csvRows(`${stdout.trim()}\n`);
}

export const inR = (folder: string): Row[] | null =>
  printed('r', ['Rscript'], ['-e', 'library(stats)'], folder);

/** Debian's pandas belongs to its own Python, which need not be the first one on the path. */
export const inPandas = (folder: string): Row[] | null =>
  printed('python', ['python3', '/usr/bin/python3'], ['-c', 'import pandas'], folder);
