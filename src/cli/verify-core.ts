/** `ringspec verify` without an implementation: the built-in core, clause by clause. */
import { jsonDocument } from '../files/json-document.ts';
import type { ScenarioResult } from '../verify/collector.ts';
import type { Catalogue } from '../verify/verify.ts';
import { writeWhole } from '../files/write-whole.ts';
import { exitCodes } from '../exit-codes.ts';
import { ScenarioCounter } from './progress-line.ts';
import { err, out } from '../terminal.ts';

export interface CoreRun {
  readonly arithmetic: 'decimal' | 'float64';
  readonly json: boolean;
  /** Where cucumber's messages go, pictures included: what the pages of the specification are made of. */
  readonly messages?: string | undefined;
}

/** Chapters whose scenarios make tables with DuckDB. */
const withTables = ['ana', 'dat'];

/** Runs every feature, of whatever chapter, on the core in this process. */
export async function verifyCore({ arithmetic, json, messages }: CoreRun): Promise<void> {
  const { readCatalogue, runFeatures } = await import('../verify/verify.ts');
  const { duckDBIfThere, WITHOUT_DUCKDB } = await import('../study/analysis/engine.ts');
  const isWhole = (await duckDBIfThere()) !== null;
  if (!isWhole)
    err(
      `note: the scenarios of ${withTables.map((name) => `features/${name}`).join(' and ')} are left out; ${WITHOUT_DUCKDB}\n`,
    );
  const results: ScenarioResult[] = [];
  const counter = new ScenarioCounter();
  const lines: string[] = [];
  const paths = [isWhole ? 'features/**/*.feature' : `features/!(${withTables.join('|')})/**/*.feature`];
  const ended = (result: ScenarioResult): void => {
    results.push(result);
    counter.count(result.passed);
  };
  const hear = (envelope: object): void => {
    lines.push(`${JSON.stringify(envelope)}\n`);
  };
  await runFeatures({ arithmetic, pictures: messages !== undefined }, ended, {
    paths,
    ...(messages === undefined ? {} : { hear }),
  });
  counter.end();
  if (messages !== undefined) writeWhole(messages, lines.join(''));
  const report = summarise(readCatalogue(), results);
  out(json ? jsonDocument(report) : tell(report, arithmetic));
  process.exitCode =
    results.length === 0
      ? exitCodes.noEvidence
      : report.failures.length > 0
        ? exitCodes.failed
        : exitCodes.done;
}

interface Report {
  readonly scenarios: number;
  readonly failures: readonly ScenarioResult[];
  readonly chapters: readonly {
    id: string;
    title: string;
    clauses: number;
    holding: number;
    failing: string[];
    silent: string[];
  }[];
}

/** A clause holds when it has scenarios and all of them passed. */
function summarise({ chapters }: Catalogue, results: readonly ScenarioResult[]): Report {
  const failing = new Set(results.filter(({ passed }) => !passed).flatMap(({ tags }) => tags));
  const tested = new Set(results.flatMap(({ tags }) => tags));
  return {
    scenarios: results.length,
    failures: results.filter(({ passed }) => !passed),
    chapters: chapters.map(({ id, title, clauses }) => {
      const ids = clauses.map((clause) => clause.id);
      return {
        id,
        title,
        clauses: ids.length,
        holding: ids.filter((clause) => tested.has(clause) && !failing.has(clause)).length,
        failing: ids.filter((clause) => failing.has(clause)),
        silent: ids.filter((clause) => !tested.has(clause)),
      };
    }),
  };
}

function tell({ scenarios, failures, chapters }: Report, arithmetic: string): string {
  const lines = chapters.map(({ id, title, clauses, holding, failing, silent }) => {
    const notes = [
      ...(failing.length > 0 ? [`FAILS: ${failing.join(' ')}`] : []),
      ...(silent.length > 0
        ? [`no scenario ran: ${silent.length === clauses ? 'all' : silent.join(' ')}`]
        : []),
    ];
    const count = `${String(holding).padStart(3)} of ${String(clauses).padStart(2)} hold`;
    return `  ${id.padEnd(5)} ${count}  ${title}${notes.length > 0 ? `\n${' '.repeat(22)}${notes.join('; ')}` : ''}`;
  });
  const told = failures.map(({ place, name, message }) => `\n✗ ${name}\n  ${place}\n${indent(message)}`);
  const passed = scenarios - failures.length;
  const total = (pick: (chapter: Report['chapters'][number]) => number): number =>
    chapters.reduce((sum, chapter) => sum + pick(chapter), 0);
  const closing =
    `${String(total((c) => c.holding))} of ${String(total((c) => c.clauses))} clauses hold in ${arithmetic} arithmetic; ` +
    `scenarios: ${String(passed)} passed, ${String(failures.length)} failed`;
  return [`The specification, by chapter:`, ...lines, ...told, '', closing, ''].join('\n');
}

const indent = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .map((line) => `    ${line}`)
    .join('\n');
