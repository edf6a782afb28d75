/** `ringspec hunt`: random worlds at length, and what is found in them as scenarios. */
import { join } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Opponent } from '../hunt/opponent.ts';
import { details, scopeHelp, type Detail } from '../hunt/scope/about.ts';
import { exitCodes } from '../exit-codes.ts';
import { Fault } from '../files/faults.ts';
import { root } from '../place.ts';
import { splitCommand } from '../protocol/command-line.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { pathName } from './path-name.ts';
import { err } from '../terminal.ts';

export interface Flags {
  readonly for?: number;
  readonly worlds?: number;
  readonly seed: number;
  readonly findings?: number;
  readonly exhaustive?: Detail;
  readonly from?: number;
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

/** Whom a scope is compared with unless somebody else is named. */
export const exampleName = 'python3 examples/python/serve.py';
const example = ['python3', join(root, 'examples/python/serve.py')] as const;

export function describeHunt(program: Command): void {
  program
    .command('hunt')
    .description(
      'play random worlds; write each difference from the built-in core, and each identity that the core breaks, as a scenario',
    )
    .option('--for <time>', 'how long, such as 60s, 5m or 1h (1m where no limit is given)', duration)
    .option('--worlds <n>', 'how many worlds in all', wholeNumber)
    .option('--seed <n>', 'the worlds follow from it', wholeNumber, 1)
    .option(
      '--findings <n>',
      'end with so many different findings (1; a scope is gone through to its end)',
      wholeNumber,
    )
    .addOption(
      new Option(
        '--exhaustive [scope]',
        'every world of a small scope instead of random ones, compared with the Python example or --implementation',
      )
        .choices(details)
        .preset('full')
        .conflicts(['arithmetic', 'seed']),
    )
    .option(
      '--from <k>',
      'with --exhaustive: from world number k on; with --worlds 1 that world alone',
      wholeNumber,
    )
    .addOption(
      new Option('--implementation <command>', 'a program that speaks the protocol, compared with the core')
        .argParser(splitCommand)
        .conflicts('arithmetic'),
    )
    .addOption(
      new Option('--arithmetic <name>', 'the core in this arithmetic, compared with the exact one').choices([
        'float64',
      ]),
    )
    .option('--out <folder>', 'where it keeps what it knows', pathName, 'reports/hunt')
    .option('--resume', 'go on where a hunt in that folder was stopped or killed')
    .option('--promote', 'write what is found into the feature file of its clause')
    .option('--json', 'the result for a program')
    .addHelpText(
      'after',
      `
Examples:
  $ ringspec hunt --for 60s
  $ ringspec hunt --implementation "python3 adapter.py" --for 5m --out reports/my-hunt
  $ ringspec hunt --arithmetic float64 --worlds 1000 --seed 7 --out reports/float64
  $ ringspec hunt --exhaustive --out reports/scope
  $ ringspec hunt --exhaustive small --implementation "python3 adapter.py" --out reports/my-scope
  $ ringspec hunt --exhaustive --from 4711 --worlds 1 --out reports/one-world

${scopeHelp}`,
    )
    .action(hunt);
}

/** Factor on the time limits of a program. */
const PATIENCE = 15;

async function hunt(flags: Flags): Promise<void> {
  const { program: start, twin } = await import('../hunt/opponent.ts');
  const { decimal } = await import('../num.ts');
  const { float64 } = await import('../f64.ts');
  const { arithmetic, exhaustive, from } = flags;
  if (from !== undefined && exhaustive === undefined)
    throw new Fault('--from: found without --exhaustive; allowed: together with it', 'usage');
  const command = flags.implementation ?? (exhaustive === undefined ? undefined : example);
  const other: Opponent =
    command === undefined
      ? twin(arithmetic === undefined ? decimal : float64)
      : // of a scope every answer is wanted, however busy the machine is
        start(command, exhaustive === undefined ? 1 : PATIENCE);
  try {
    await untilInterrupted(async (signal) => {
      await greet(other);
      if (exhaustive === undefined)
        await (await import('./hunt-random.ts')).huntAtRandom(flags, other, signal);
      else await (await import('./hunt-exhaustive.ts')).huntInFull(flags, exhaustive, other, signal);
      if (signal.aborted) {
        err('interrupted: the same command with --resume goes on from there\n');
        process.exitCode = exitCodes.interrupted;
      }
    });
  } finally {
    await other.close();
  }
}

/** @throws Fault where there is nobody to compare with, or nothing to ask. */
async function greet(other: Opponent): Promise<void> {
  const { ProtocolError } = await import('../protocol/protocol.ts');
  const { hasWorld } = await import('../protocol/needs.ts');
  try {
    const { claims } = await other.manner();
    if (!hasWorld(claims))
      throw new Fault(
        'it claims no capability of a world, such as trades, and hunt asks about worlds only: ringspec verify asks what it claims',
        'noEvidence',
      );
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    throw new Fault(error.message, 'unavailable');
  }
}
