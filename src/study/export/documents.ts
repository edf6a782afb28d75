/** What stands beside the tables: codebook.csv, datapackage.json, CITATION.cff. DAT-02. */
import { stringify } from 'yaml';
import { quoted } from '../../files/text-file.ts';
import { jsonDocument } from '../../files/json-document.ts';
import { provenance } from '../provenance.ts';
import { columnsOf, type ColumnType, type Layout, type TableName } from './codebook.ts';
import type { ExportSource } from './source.ts';

export function codebook(tables: readonly TableName[], layout: Layout): string {
  const rows = tables.flatMap((table) =>
    columnsOf(table, layout).map(({ name, type, meaning, unit, clause }) => [
      table,
      name,
      type,
      meaning,
      unit,
      clause,
    ]),
  );
  const head = ['table', 'column', 'type', 'meaning', 'unit', 'clause'];
  return [head, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** The words of a Table Schema. */
const types: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  flag: 'boolean',
};

/** By Frictionless Data Package: a resource for each table, or for each of its two files. */
export function dataPackage(tables: readonly TableName[], layout: Layout, withCsv: boolean): string {
  const kinds = [
    { ending: 'parquet', mediatype: 'application/vnd.apache.parquet' },
    ...(withCsv ? [{ ending: 'csv', mediatype: 'text/csv' }] : []),
  ];
  const resources = tables.flatMap((table) =>
    kinds.map(({ ending, mediatype }) => ({
      name: ending === 'csv' ? `${table}-csv` : table,
      path: `${table}.${ending}`,
      format: ending,
      mediatype,
      profile: 'tabular-data-resource',
      schema: {
        fields: columnsOf(table, layout).map(({ name, type, meaning, unit }) => ({
          name,
          type: types[type],
          description: unit === '' ? meaning : `${meaning} (${unit})`,
        })),
        ...(table === 'runs' ? { primaryKey: ['run_id'] } : { foreignKeys: [reference] }),
      },
    })),
  );
  return jsonDocument({ name: 'ringspec-data', profile: 'data-package', resources });
}

const reference = { fields: ['run_id'], reference: { resource: 'runs', fields: ['run_id'] } };

export function citation({ what, plan }: ExportSource): string {
  const { version, commit } = provenance();
  return stringify({
    'cff-version': '1.2.0',
    message: `This ${what} was made with ringspec ${version}. Please cite it with the hash of the plan, ${plan.sha256}.`,
    title: 'ringspec: the executable specification of a dealer market in a Kalecki debt ring',
    type: 'software',
    version,
    ...(commit === null ? {} : { commit }),
    license: 'MIT',
    authors: [{ name: 'The ringspec maintainers' }],
  });
}
