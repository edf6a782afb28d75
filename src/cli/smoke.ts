/** `ringspec smoke`: whether an adapter speaks the protocol, before anybody asks about its model. */
import { jsonDocument } from '../files/json-document.ts';
import type { Command } from 'commander';
import type { SmokeLine } from '../verify/smoke.ts';
import { exitCodes } from '../exit-codes.ts';
import { factor } from './factor.ts';
import { out } from '../terminal.ts';

interface Flags {
  readonly implementation: string;
  readonly slow: number;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ ringspec init python
  $ ringspec smoke --implementation "python3 adapter.py"

Exit status: 0 it keeps the protocol; 1 it breaks it; 64 usage; 69 it cannot be started or does not greet.`;

export function describeSmoke(program: Command): void {
  program
    .command('smoke')
    .description('check that an adapter keeps the protocol: lines, ids, errors, decimals, restarts, stop')
    .requiredOption('--implementation <command>', 'a program that speaks the protocol')
    .option('--slow <factor>', 'time limits, times this', factor, 1)
    .option('--json', 'the result for a program')
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      const { splitCommand } = await import('../protocol/command-line.ts');
      const { smoke } = await import('../verify/smoke.ts');
      process.once('SIGINT', () => process.exit(exitCodes.interrupted));
      const lines: SmokeLine[] = [];
      const leftOut = await smoke(splitCommand(flags.implementation), flags.slow, (line) => {
        lines.push(line);
        if (flags.json !== true) out(show(line));
      });
      const bad = lines.filter(({ ok }) => !ok);
      if (flags.json === true) out(jsonDocument(lines));
      else out(closing(lines, bad) + notAsked(leftOut));
      process.exitCode =
        bad.length === 0 ? exitCodes.done : lines.length === 1 ? exitCodes.unavailable : exitCodes.failed;
    });
}

const show = ({ name, ok, asked, came, expected, remedy }: SmokeLine): string =>
  ok
    ? `✓ ${name}: ${came}\n`
    : `✗ ${name}\n    asked     ${asked}\n    came      ${came}\n    expected  ${expected}\n    to do     ${remedy}\n`;

const notAsked = (leftOut: readonly string[]): string =>
  leftOut.length === 0 ? '' : `Not asked, since it does not claim what they need: ${leftOut.join(', ')}.\n`;

function closing(lines: readonly SmokeLine[], bad: readonly SmokeLine[]): string {
  if (bad.length === 0)
    return `It keeps the protocol (${String(lines.length)} checks). The next step is ringspec verify, which asks about its model.\n`;
  if (lines.length === 1) return 'Nothing else was asked: without a greeting there is no conversation.\n';
  return `${String(bad.length)} of ${String(lines.length)} checks went wrong: ${bad.map(({ name }) => name).join(', ')}.\n`;
}
