/** `ringspec hunt`: random worlds at length, and what is found in them as scenarios. */
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Finding } from '../hunt/find.ts';
import type { Judged } from '../hunt/judge.ts';
import type { Opponent } from '../hunt/opponent.ts';
import type { HuntState } from '../hunt/run.ts';
import { exitCodes } from './exit-codes.ts';

interface Flags {
  readonly for?: number;
  readonly worlds?: number;
  readonly seed: number;
  readonly findings: number;
  readonly implementation?: readonly [string, ...string[]];
  readonly arithmetic?: 'float64';
  readonly out: string;
  readonly resume?: boolean;
  readonly promote?: boolean;
  readonly json?: boolean;
}

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

function duration(text: string): number {
  const [, count = '', unit = ''] = /^(\d+)([smh])$/.exec(text) ?? [];
  const factor = units[unit];
  if (factor === undefined) throw new InvalidArgumentError('A time such as 60s, 5m or 1h.');
  return Number(count) * factor;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number.');
  return Number(text);
}

/** A command line in words; quotes keep words together. */
function commandWords(text: string): readonly [string, ...string[]] {
  const [first, ...rest] = [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  if (first === undefined) throw new InvalidArgumentError('A command, such as "python3 my_adapter.py".');
  return [first, ...rest];
}

export function describeHunt(program: Command): void {
  program
    .command('hunt')
    .description(
      'play in random worlds at length; where an implementation parts from the built-in core, or the core breaks an identity, say so as a scenario',
    )
    .option('--for <time>', 'how long, such as 60s, 5m or 1h (1m where no limit is given)', duration)
    .option('--worlds <n>', 'how many worlds in all', wholeNumber)
    .option('--seed <n>', 'the worlds follow from it', wholeNumber, 1)
    .option('--findings <n>', 'end with so many different findings', wholeNumber, 1)
    .addOption(
      new Option('--implementation <command>', 'a program that speaks the protocol, compared with the core')
        .argParser(commandWords)
        .conflicts('arithmetic'),
    )
    .addOption(
      new Option('--arithmetic <name>', 'the core in this arithmetic, compared with the exact one').choices([
        'float64',
      ]),
    )
    .option('--out <folder>', 'where it keeps what it knows', 'reports/hunt')
    .option('--resume', 'go on where a hunt in that folder was stopped or killed')
    .option('--promote', 'write what is found into the feature file of its clause')
    .option('--json', 'the result for a program')
    .addHelpText(
      'after',
      `
Examples:
  $ ringspec hunt --for 60s
  $ ringspec hunt --implementation "python3 my_adapter.py" --for 5m --out reports/my-hunt
  $ ringspec hunt --arithmetic float64 --worlds 1000 --seed 7`,
    )
    .action(hunt);
}

async function hunt(flags: Flags): Promise<void> {
  const { program: start, twin } = await import('../hunt/opponent.ts');
  const { runHunt } = await import('../hunt/run.ts');
  const { decimal } = await import('../num.ts');
  const { float64 } = await import('../f64.ts');
  const { implementation, arithmetic } = flags;
  const against = implementation?.join(' ') ?? arithmetic ?? 'itself';
  const other: Opponent =
    implementation === undefined ? twin(arithmetic === undefined ? decimal : float64) : start(implementation);
  const interrupt = new AbortController();
  const stop = (): void => {
    interrupt.abort();
  };
  process.once('SIGINT', stop);
  const line = new HuntLine(flags.worlds ?? null);
  try {
    if (!(await answers(other))) return;
    const state = await runHunt(
      {
        ...{ seed: flags.seed, against, findings: flags.findings, out: flags.out },
        time: flags.for ?? (flags.worlds === undefined ? 60_000 : Infinity),
        worlds: flags.worlds ?? Infinity,
        resume: flags.resume === true,
      },
      other,
      {
        signal: interrupt.signal,
        told: (now) => {
          line.show(now);
        },
      },
    );
    line.end();
    await report(state, flags);
    if (interrupt.signal.aborted) {
      process.stderr.write('interrupted: the same command with --resume goes on from there\n');
      process.exitCode = exitCodes.interrupted;
    }
  } catch (error) {
    line.end();
    throw error;
  } finally {
    process.removeListener('SIGINT', stop);
    await other.close();
  }
}

/** Whether there is somebody to compare with; if not, the exit status says so. */
async function answers(other: Opponent): Promise<boolean> {
  const { ProtocolError } = await import('../conformance/protocol.ts');
  try {
    await other.manner();
    return true;
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    process.stderr.write(`ringspec hunt: ${error.message}\n`);
    process.exitCode = exitCodes.unavailable;
    return false;
  }
}

async function report(state: HuntState, flags: Flags): Promise<void> {
  const { missed } = await import('../hunt/run.ts');
  if (flags.json === true) process.stdout.write(`${JSON.stringify(state, null, 2)}\n`);
  else {
    for (const finding of state.findings) process.stdout.write(describeFinding(finding));
    process.stdout.write(summary(state, missed(state)));
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

async function promoteOne(finding: Finding, { implementation, arithmetic }: Flags): Promise<void> {
  const { promote, NotPromoted } = await import('../hunt/promote.ts');
  const { readCatalogue } = await import('../conformance/verify.ts');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const judged: Judged | null =
    implementation !== undefined
      ? { command: implementation }
      : arithmetic === undefined
        ? null
        : { arithmetic };
  if (judged === null) {
    process.stderr.write(
      `${finding.clause}: not promoted: nobody knows the right answer, the core itself is at fault\n`,
    );
    return;
  }
  const clauses = readCatalogue().chapters.flatMap((chapter) => chapter.clauses);
  const title = clauses.find(({ id }) => id === finding.clause)?.title ?? 'The protocol';
  try {
    const place = await promote(finding, judged, { root, title });
    process.stderr.write(`${finding.clause}: written to ${place}\n`);
  } catch (error) {
    if (!(error instanceof NotPromoted)) throw error;
    process.stderr.write(`${finding.clause}: not promoted: ${error.message}\n`);
    process.exitCode = exitCodes.failed;
  }
}

const TERMINAL_MS = 100;
const ELSEWHERE_MS = 10_000;

/** Worlds, worlds a second and findings: one line on a terminal, a line now and then elsewhere. CLI-04. */
class HuntLine {
  readonly #terminal = process.stderr.isTTY;
  readonly #of: number | null;
  #told = performance.now();

  constructor(of: number | null) {
    this.#of = of;
  }

  show({ worlds, spent, findings }: HuntState): void {
    const now = performance.now();
    if (now - this.#told < (this.#terminal ? TERMINAL_MS : ELSEWHERE_MS)) return;
    this.#told = now;
    const of = this.#of === null ? '' : ` of ${String(this.#of)}`;
    const rate = (worlds / Math.max(spent / 1000, 1e-3)).toFixed(1);
    const text = `${String(worlds)}${of} worlds, ${rate}/s, ${String(findings.length)} found`;
    process.stderr.write(this.#terminal ? `\r${text}\x1b[K` : `${text}\n`);
  }

  end(): void {
    if (this.#terminal) process.stderr.write('\r\x1b[K');
  }
}
