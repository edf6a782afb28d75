/** Random worlds at length. */
import type { Finding } from '../hunt/find.ts';
import type { Opponent } from '../hunt/opponent.ts';
import { missed, runHunt, type HuntState } from '../hunt/run.ts';
import { exitCodes } from './exit-codes.ts';
import { HuntLine } from './hunt-line.ts';
import { promoteOne } from './hunt-promote.ts';
import type { Flags } from './hunt.ts';
import { out } from '../terminal.ts';

export async function huntAtRandom(flags: Flags, other: Opponent, signal: AbortSignal): Promise<void> {
  const line = new HuntLine();
  const { implementation, arithmetic } = flags;
  const plan = {
    ...{ seed: flags.seed, findings: flags.findings ?? 1, out: flags.out, resume: flags.resume === true },
    against: implementation?.join(' ') ?? arithmetic ?? 'itself',
    time: flags.for ?? (flags.worlds === undefined ? 60_000 : Infinity),
    worlds: flags.worlds ?? Infinity,
  };
  try {
    const told = (state: HuntState): void => {
      line.show(() => progress(state, flags.worlds ?? null));
    };
    await report(await runHunt(plan, other, { signal, told }), flags);
  } finally {
    line.end();
  }
}

function progress({ worlds, spent, findings }: HuntState, all: number | null): string {
  const of = all === null ? '' : ` of ${String(all)}`;
  const rate = (worlds / Math.max(spent / 1000, 1e-3)).toFixed(1);
  return `${String(worlds)}${of} worlds, ${rate}/s, ${String(findings.length)} found`;
}

async function report(state: HuntState, flags: Flags): Promise<void> {
  if (flags.json === true) out(`${JSON.stringify(state, null, 2)}\n`);
  else {
    for (const finding of state.findings) out(describeFinding(finding));
    out(summary(state, missed(state)));
  }
  if (state.findings.length > 0) process.exitCode = exitCodes.failed;
  if (flags.promote === true) for (const finding of state.findings) await promoteOne(finding, flags);
}

const describeFinding = ({ seed, clause, scenario, instead }: Finding): string =>
  [
    `${clause}, in the world of seed ${String(seed)}: ${instead}`,
    '',
    ...scenario.map((text) => `    ${text}`),
    '',
    '',
  ].join('\n');

function summary(state: HuntState, missing: readonly string[]): string {
  const { worlds, spent, findings, known, unsteady } = state;
  const seconds = spent / 1000;
  const places = Object.values(state.reach).filter((count) => count > 0).length;
  const lines = [
    `${String(worlds)} worlds in ${seconds.toFixed(0)} s (${(worlds / Math.max(seconds, 1e-3)).toFixed(1)}/s), ` +
      (findings.length === 0 ? 'nothing found' : `${String(findings.length)} found`) +
      (known > 0 ? `, ${String(known)} more that part alike` : ''),
    `play came by ${String(places)} of ${String(places + missing.length)} places` +
      (missing.length > 0 ? `, never by: ${missing.join('; ')}` : ''),
  ];
  if (unsteady.length > 0)
    lines.push(
      `in ${String(unsteady.length)} worlds (the first is number ${String(unsteady[0])}) the answers parted once and not again: they hang on what was asked before`,
    );
  return `${lines.join('\n')}\n`;
}
