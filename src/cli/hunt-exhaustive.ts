/** Every world of a small scope. */
import { counted } from '../counted.ts';
import { endOf, exhaust, type ExhaustiveState, type Kind } from '../hunt/exhaust.ts';
import type { Opponent } from '../hunt/opponent.ts';
import type { Detail } from '../hunt/scope/about.ts';
import { ProgressLine } from './progress-line.ts';
import { leftOutLines, reportHunt, unsteadyLines, type Shown } from './hunt-report.ts';
import { exampleName, type Flags } from './hunt.ts';

export async function huntInFull(
  flags: Flags,
  detail: Detail,
  other: Opponent,
  signal: AbortSignal,
): Promise<void> {
  const line = new ProgressLine();
  const started = performance.now();
  let before: number | null = null;
  const worlds = flags.worlds ?? Infinity;
  const plan = {
    ...{ detail, worlds, out: flags.out, resume: flags.resume === true, from: flags.from ?? 0 },
    against: flags.implementation?.join(' ') ?? exampleName,
    time: flags.for ?? Infinity,
    findings: flags.findings ?? Infinity,
  };
  try {
    const told = (state: ExhaustiveState): void => {
      before ??= state.next;
      const rate = (state.next - before) / ((performance.now() - started) / 1000);
      line.show(() => progress(state, endOf(state, worlds), rate));
    };
    const state = await exhaust(plan, other, { signal, told });
    line.end();
    const end = closing(state, endOf(state, worlds));
    await reportHunt(
      state,
      state.next - state.from,
      state.kinds.map(shown),
      end,
      disagreeing(state) > 0,
      flags,
    );
  } finally {
    line.end();
  }
}

function progress(state: ExhaustiveState, end: number, rate: number): string {
  const { from, next } = state;
  const left = rate > 0 ? `about ${String(Math.ceil((end - next) / rate))} s left` : 'time left unknown';
  const others = disagreeing(state);
  const found = others === 0 ? 'all agree' : `${String(others)} do not agree`;
  return `${String(next - from)} of ${String(end - from)} worlds, ${found}, ${rate.toFixed(0)}/s, ${left}`;
}

const disagreeing = ({ kinds, unsteady }: ExhaustiveState): number =>
  kinds.reduce((sum, { worlds }) => sum + worlds, unsteady.length);

const shown = (kind: Kind): Shown => ({
  head: `${kind.clause}, in world ${String(kind.first)} and ${String(kind.worlds - 1)} more, ${kind.wrong} answers: ${kind.instead}`,
  told: kind,
});

/** The last line says how many worlds agree. */
function closing(state: ExhaustiveState, end: number): string[] {
  const { agree, kinds, unsteady, from, next, of, spent } = state;
  const asked = `${String(next - from)} worlds of the scope ${state.scope}`;
  const whole =
    next - from === of ? `all ${asked}` : `${asked} of ${String(of)}, from number ${String(from)}`;
  const lines = [`${whole}, in ${(spent / 1000).toFixed(0)} s, against ${state.against}`];
  if (next < end) lines.push(`it ended before world ${String(next)}: --resume goes on from there`);
  lines.push(...leftOutLines(state.leftOut), ...unsteadyLines(unsteady));
  const others =
    disagreeing(state) === 0
      ? ''
      : `, ${String(disagreeing(state))} do not (${counted(kinds.length, 'kind')}, ${String(unsteady.length)} unsteady)`;
  lines.push(`${String(agree)} of ${String(next - from)} worlds agree${others}`);
  return lines;
}
