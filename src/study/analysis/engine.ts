/** DuckDB in memory: SQL in, cells as canonical text out. */
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { at } from '../../core/list.ts';
import { float64 } from '../../f64.ts';
import { Fault } from '../../files/faults.ts';
import { decimal } from '../../num.ts';

type DuckDB = typeof import('@duckdb/node-api');

export interface Result {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One engine in a process: to start and to end it takes longer than a small analysis. */
let instance: Promise<DuckDBInstance> | null = null;
let opened = 0;

/** A database of its own in the engine. */
export class Engine {
  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly name: string,
    private readonly duckdb: DuckDB,
  ) {}

  static async open(): Promise<Engine> {
    const duckdb = await loadDuckDB();
    const connection = await (await (instance ??= duckdb.DuckDBInstance.create(':memory:'))).connect();
    const name = `analysis_${String(opened++)}`;
    await connection.run(`ATTACH ':memory:' AS ${name}; USE ${name}`);
    return new Engine(connection, name, duckdb);
  }

  async run(sql: string): Promise<void> {
    await plainly(this.connection.run(sql));
  }

  /** The result of the last statement of `sql`. */
  async query(sql: string): Promise<Result> {
    const reader = await plainly(this.connection.runAndReadAll(sql));
    return {
      columns: reader.columnNames(),
      rows: reader.getRows().map((row) => row.map((value) => this.#cellText(value))),
    };
  }

  /** The same, row by row and by column. */
  async texts(sql: string): Promise<Record<string, string>[]> {
    const { columns, rows } = await this.query(sql);
    return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, at(row, i)])));
  }

  async close(): Promise<void> {
    await this.connection.run(`USE memory; DETACH ${this.name}`);
    this.connection.closeSync();
  }

  /** Empty for NULL; numbers without an exponent and without zeros at their end, as in every file of ours. */
  #cellText(value: DuckDBValue): string {
    if (value === null) return '';
    if (value instanceof this.duckdb.DuckDBDecimalValue) return decimal.of(value.toString()).toFixed();
    if (typeof value === 'number') return float64.of(value).toFixed();
    if (typeof value === 'string' || typeof value === 'bigint' || typeof value === 'boolean')
      return String(value);
    throw new Error(`a column has a type that no table of ours has: ${value.constructor.name}`);
  }
}

/** What the disk or the memory refuses is no error of the program. @throws Fault */
async function plainly<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const [, told] =
      /^(?:IO|Out of Memory) Error: (.*)/.exec(error instanceof Error ? error.message : '') ?? [];
    throw told === undefined ? error : new Fault(`DuckDB cannot go on: ${told}`, 'failed');
  }
}

export const WITHOUT_DUCKDB = 'DuckDB is not installed: npm install @duckdb/node-api';

/** DuckDB is installed unless optional packages are left out: 70 MB that verify and gate do not need. */
async function loadDuckDB(): Promise<DuckDB> {
  const duckdb = await duckDBIfThere();
  if (duckdb === null) throw new Fault(`tables over a sweep need DuckDB; ${WITHOUT_DUCKDB}`, 'unavailable');
  return duckdb;
}

export async function duckDBIfThere(): Promise<DuckDB | null> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** A text as a literal of SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name of a column, which may have dots. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A path as it stands, where DuckDB would read `*`, `?` and `[` as a pattern. */
export const literally = (path: string): string => path.replaceAll(/[*?[]/g, '[$&]');

/** The arguments of `read_csv` for files by RFC 4180 whose columns are known: every cell is text, empty ones too. */
export const csvOptions = (columns: readonly string[]): string =>
  [
    'auto_detect = false, header = true, strict_mode = true',
    `delim = ',', quote = '"', escape = '"', nullstr = '\\N'`,
    `columns = {${columns.map((column) => `${quoted(column)}: 'VARCHAR'`).join(', ')}}`,
  ].join(', ');
