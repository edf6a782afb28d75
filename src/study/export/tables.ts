/** Tables written by DuckDB: every column is one of the codebook, cast as it says. DAT-01, DAT-02. */
import { identifier, quoted, type Engine } from '../analysis/engine.ts';
import { columnsOf, explained, type Column, type Layout, type TableName } from './codebook.ts';

const EXACT = /_exact$/;

/** A column of text as the codebook has it; an empty cell is NULL. */
function cast({ name, type }: Column): string {
  const from = `nullif(${identifier(name.replace(EXACT, ''))}, '')`;
  const value = {
    text: from,
    integer: `${from}::BIGINT`,
    number: `${from}::DOUBLE`,
    flag: `${from} = 'true'`,
  }[type];
  return `${value} AS ${identifier(name)}`;
}

export class TableWriter {
  /** Rows of each table that was written. */
  readonly rows = new Map<TableName, number>();

  constructor(
    readonly engine: Engine,
    readonly layout: Layout,
    /** Where a file of the export goes. */
    readonly path: (name: string) => string,
    readonly withCsv: boolean,
  ) {}

  /**
   * Writes the table of a query whose columns are text.
   * @throws Error where it has a column that the codebook does not explain, or lacks one.
   */
  async write(table: TableName, query: string): Promise<void> {
    const { columns } = await this.engine.query(`SELECT * FROM (${query}) LIMIT 0`);
    for (const name of columns) explained(table, this.layout, name);
    const all = columnsOf(table, this.layout);
    for (const { name } of all)
      if (!columns.includes(name.replace(EXACT, '')))
        throw new Error(`the table ${table} lacks the column ${name} of the codebook`);
    const parquet = quoted(this.path(`${table}.parquet`));
    await this.engine.run(
      `COPY (SELECT ${all.map(cast).join(', ')} FROM (${query})) TO ${parquet} (FORMAT parquet, COMPRESSION zstd)`,
    );
    const [{ rows = '0' } = {}] = await this.engine.texts(
      `SELECT count(*) AS rows FROM read_parquet(${parquet})`,
    );
    this.rows.set(table, Number(rows));
    if (!this.withCsv) return;
    const csv = quoted(this.path(`${table}.csv`));
    await this.engine.run(`COPY (FROM read_parquet(${parquet})) TO ${csv} (FORMAT csv, HEADER)`);
  }
}
