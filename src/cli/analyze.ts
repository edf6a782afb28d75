/** `ringspec analyze`: tables over a sweep, and why the dealer made no difference. ANA-01 … ANA-05, CLI-01. */
import { jsonDocument } from '../files/json-document.ts';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Answer } from '../study/analysis/format.ts';
import { pathName } from './path-name.ts';
import { out, rewrite, rewritesLines, tell } from '../terminal.ts';

const example = `
Example:
  $ ringspec analyze reports/sweep

The folder of the sweep gets analysis/: strategy_outcomes_by_run.csv and
strategy_outcomes_overall.csv (what became of debts, by how they were traded),
dealer_usage_by_run.csv, zero_effect_pairs.csv (why a pair has no effect), and
answer.json. An earlier analysis there is replaced once the new one is complete.`;

export function describeAnalyze(program: Command): void {
  program
    .command('analyze')
    .description('tables over a sweep, and why the dealer made no difference where it made none')
    .argument('<dir>', 'folder of a sweep that is complete', pathName)
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', example)
    .action(run);
}

async function run(folder: string, { json }: { json?: boolean }): Promise<void> {
  const { analyzeSweep, writeAnalysis } = await import('../study/analysis/analyze.ts');
  const { ANALYSIS } = await import('../study/analysis/format.ts');
  waiting('analyzing …');
  const analysis = await analyzeSweep(folder).finally(() => {
    waiting('');
  });
  const target = join(folder, ANALYSIS);
  writeAnalysis(analysis, folder, target);
  await print(analysis.answer, target, json === true);
}

/** A few seconds of work, told on a terminal only. CLI-04. */
function waiting(text: string): void {
  if (rewritesLines()) rewrite(text);
}

async function print(answer: Answer, target: string, json: boolean): Promise<void> {
  const { describeAnswer } = await import('../study/analysis/answer.ts');
  for (const file of answer.missing.slice(0, SHOWN)) tell(`missing: ${file}`);
  if (answer.missing.length > SHOWN)
    tell(`missing: ${String(answer.missing.length - SHOWN)} more, all named in ${target}/answer.json`);
  out(json ? jsonDocument(answer) : describeAnswer(answer, target));
}

/** Missing files named on a terminal. */
const SHOWN = 10;
