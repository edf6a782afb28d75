/** What a hunt of either kind tells at its end. CLI-03, CLI-04. */
import { jsonDocument } from '../files/json-document.ts';
import type { Told } from '../hunt/find.ts';
import { counted } from '../counted.ts';
import { out } from '../terminal.ts';
import { exitCodes } from '../exit-codes.ts';
import { promoteOne, type FoundWith } from './hunt-promote.ts';

/** What was found, with the line above its scenario. */
export interface Shown {
  readonly head: string;
  readonly told: Told;
}

export interface ReportFlags extends FoundWith {
  readonly json?: boolean;
  readonly promote?: boolean;
}

/** Writes the findings and the closing lines, or all of the state as JSON; a finding among so many worlds fails the command. */
export async function reportHunt(
  state: { readonly leftOut: Readonly<Record<string, number>> },
  worlds: number,
  found: readonly Shown[],
  closing: readonly string[],
  isFailed: boolean,
  flags: ReportFlags,
): Promise<void> {
  if (flags.json === true) out(jsonDocument(state));
  else {
    for (const { head, told } of found)
      out([head, '', ...told.scenario.map((text) => `    ${text}`), '', ''].join('\n'));
    if (found.length > 0)
      out('the lines to send to see it again: "lines" in state.json of the folder of --out\n');
    out(`${closing.join('\n')}\n`);
  }
  // a hunt in which nothing was asked says nothing
  if (sum(state.leftOut) === worlds) process.exitCode = exitCodes.noEvidence;
  if (isFailed) process.exitCode = exitCodes.failed;
  if (flags.promote === true) for (const { told } of found) await promoteOne(told, flags);
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

/** How many worlds were not asked, and why; no line where there are none. */
export const leftOutLines = (leftOut: Readonly<Record<string, number>>): string[] =>
  sum(leftOut) === 0
    ? []
    : [
        `${counted(sum(leftOut), 'world')} left out, since they need capabilities that are not claimed: ` +
          Object.entries(leftOut)
            .map(([need, count]) => `${need} (${String(count)})`)
            .join(', '),
      ];

/** Worlds whose answers differed once and not again; no line where there are none. */
export const unsteadyLines = (worlds: readonly number[]): string[] =>
  worlds.length === 0
    ? []
    : [
        `in ${counted(worlds.length, 'world')} (the first is number ${String(worlds[0])}) the answers differed once and not again: they depend on what was asked before`,
      ];
