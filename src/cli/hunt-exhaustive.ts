/** Every world of a small scope. */
import { endOf, exhaust, type ExhaustiveState, type Kind } from '../hunt/exhaust.ts';
import type { Opponent } from '../hunt/opponent.ts';
import type { Detail } from '../hunt/scope/about.ts';
import { exitCodes } from './exit-codes.ts';
import { HuntLine } from './hunt-line.ts';
import { promoteOne } from './hunt-promote.ts';
import { exampleName, type Flags } from './hunt.ts';
import { out } from '../terminal.ts';

export async function huntInFull(
  flags: Flags,
  detail: Detail,
  other: Opponent,
  signal: AbortSignal,
): Promise<void> {
  const line = new HuntLine();
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
    await report(state, endOf(state, worlds), flags);
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

async function report(state: ExhaustiveState, end: number, flags: Flags): Promise<void> {
  if (flags.json === true) out(`${JSON.stringify(state, null, 2)}\n`);
  else {
    for (const kind of state.kinds) out(describeKind(kind));
    out(summary(state, end));
  }
  if (disagreeing(state) > 0) process.exitCode = exitCodes.failed;
  if (flags.promote === true) for (const kind of state.kinds) await promoteOne(kind, flags);
}

const describeKind = ({ clause, first, worlds, wrong, instead, scenario }: Kind): string =>
  [
    `${clause}, in world ${String(first)} and ${String(worlds - 1)} more, ${wrong} answers: ${instead}`,
    '',
    ...scenario.map((text) => `    ${text}`),
    '',
    '',
  ].join('\n');

const kindsIn = (count: number): string => (count === 1 ? '1 kind' : `${String(count)} kinds`);

/** The last line says how many worlds agree. */
function summary(state: ExhaustiveState, end: number): string {
  const { agree, kinds, unsteady, from, next, of, spent } = state;
  const asked = `${String(next - from)} worlds of the scope ${state.scope}`;
  const whole =
    next - from === of ? `all ${asked}` : `${asked} of ${String(of)}, from number ${String(from)}`;
  const lines = [`${whole}, in ${(spent / 1000).toFixed(0)} s, against ${state.against}`];
  if (next < end) lines.push(`it ended before world ${String(next)}: --resume goes on from there`);
  if (unsteady.length > 0)
    lines.push(
      `in ${String(unsteady.length)} worlds (the first is number ${String(unsteady[0])}) the answers differed once and not again: they depend on what was asked before`,
    );
  const others =
    kinds.length === 0 ? '' : `, ${String(disagreeing(state))} do not (${kindsIn(kinds.length)})`;
  lines.push(`${String(agree)} of ${String(next - from)} worlds agree${others}`);
  return `${lines.join('\n')}\n`;
}
