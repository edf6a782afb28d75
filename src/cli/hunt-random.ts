/** Random worlds at length. */
import type { Finding } from '../hunt/find.ts';
import type { Opponent } from '../hunt/opponent.ts';
import { missed, runHunt, type HuntState } from '../hunt/run.ts';
import { ProgressLine } from './progress-line.ts';
import { leftOutLines, reportHunt, unsteadyLines, type Shown } from './hunt-report.ts';
import type { Flags } from './hunt.ts';

export async function huntAtRandom(flags: Flags, other: Opponent, signal: AbortSignal): Promise<void> {
  const line = new ProgressLine();
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
    const state = await runHunt(plan, other, { signal, told });
    const { findings, unsteady } = state;
    line.end();
    const isFailed = findings.length + unsteady.length > 0;
    await reportHunt(
      state,
      state.worlds,
      findings.map(shown),
      closing(state, missed(state)),
      isFailed,
      flags,
    );
  } finally {
    line.end();
  }
}

function progress({ worlds, spent, findings }: HuntState, all: number | null): string {
  const of = all === null ? '' : ` of ${String(all)}`;
  const rate = (worlds / Math.max(spent / 1000, 1e-3)).toFixed(1);
  return `${String(worlds)}${of} worlds, ${rate}/s, ${String(findings.length)} found`;
}

const shown = (finding: Finding): Shown => ({
  head: `${finding.clause}, in the world of seed ${String(finding.seed)}: ${finding.instead}`,
  told: finding,
});

function closing(state: HuntState, missing: readonly string[]): string[] {
  const { worlds, spent, findings, known, unsteady } = state;
  const seconds = spent / 1000;
  const places = Object.values(state.reach).filter((count) => count > 0).length;
  const lines = [
    `${String(worlds)} worlds in ${seconds.toFixed(0)} s (${(worlds / Math.max(seconds, 1e-3)).toFixed(1)}/s), ` +
      (findings.length + unsteady.length === 0 ? 'nothing found' : `${String(findings.length)} found`) +
      (known > 0 ? `, ${String(known)} more with the same difference` : '') +
      (unsteady.length > 0 ? `, ${String(unsteady.length)} unsteady` : ''),
    `the worlds reached ${String(places)} of ${String(places + missing.length)} cases` +
      (missing.length > 0 ? `; not reached: ${missing.join('; ')}` : ''),
  ];
  return [...lines, ...leftOutLines(state.leftOut), ...unsteadyLines(unsteady)];
}
