/** `ringspec explain`: what the keys of a scenario file mean. CFG-03, CLI-01. */
import type { Command } from 'commander';
import { out } from '../terminal.ts';

const example = `
Examples:
  $ ringspec explain
  $ ringspec explain ring.kappa
  $ ringspec explain spread`;

export function describeExplain(program: Command): void {
  program
    .command('explain')
    .description('explain the keys of a scenario file: meaning, unit, default, allowed values, clause')
    .argument('[key]', 'a key by its path (ring.kappa), its name (kappa), or what it is about (spread)')
    .addHelpText('after', example)
    .action(explain);
}

async function explain(key: string | undefined): Promise<void> {
  const { explainedKeys, explanation, keysFor } = await import('../scenario/explain.ts');
  if (key === undefined) {
    const keys = explainedKeys();
    const width = Math.max(...keys.map(({ path }) => path.length)) + 2;
    out(keys.map(({ path, means }) => `${path.padEnd(width)}${means}\n`).join(''));
    return;
  }
  out(keysFor(key).map(explanation).join('\n'));
}
