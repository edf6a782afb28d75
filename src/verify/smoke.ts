/** Whether an adapter keeps the protocol, before anybody asks about its model: one check, one line. */
import { onOneLine } from '../printable.ts';
import { limits } from '../protocol/child.ts';
import { survivorText } from '../protocol/survivors.ts';
import { Adapter, open, refused, told, type Found } from './smoke-adapter.ts';
import { checks, type Check } from './smoke-checks.ts';

export interface SmokeLine {
  readonly name: string;
  readonly ok: boolean;
  readonly asked: string;
  readonly came: string;
  readonly expected: string;
  /** What to do about it; empty when all is well. */
  readonly remedy: string;
}

const nothingLeft: Omit<Check, 'does'> = {
  name: 'nothing left behind',
  asked: 'nothing: every run of the program was ended, with its process group',
  expected: 'no process that it started still runs',
  remedy: 'start no daemon; keep what you start in your own process group and session',
};

const restart: Omit<Check, 'does'> = {
  name: 'killed and started again',
  asked: 'SIGKILL in the middle of a world, a new start, and hello',
  expected: 'the same greeting, and no world',
  remedy: 'keep nothing on disk: no lock, no saved world',
};

/**
 * Every check in its order, without those of what is not claimed; `ended` hears of each. A check whose program is gone
 * has it started again.
 *
 * @returns the names of the checks that were left out
 */
export async function smoke(
  command: readonly [string, ...string[]],
  slow: number,
  ended: (line: SmokeLine) => void,
): Promise<readonly string[]> {
  const started: Adapter[] = [];
  const start = (): Adapter => {
    const one = new Adapter(command, slow);
    started.push(one);
    return one;
  };
  let adapter = start();
  let fresh = true;
  let claims: readonly string[] = [];
  const leftOut: string[] = [];
  for (const { does, needs = [], ...about } of checks) {
    if (!needs.every((need) => claims.includes(need))) {
      leftOut.push(about.name);
      continue;
    }
    if (!fresh) {
      adapter = start();
      await adapter.ask('hello', { protocol: 1 }, limits.hello);
    }
    const found = await does(adapter);
    claims = found.claims ?? claims;
    ended(lineOf(about, found));
    fresh = found.ok && !adapter.process.ended;
    if (!fresh) adapter.process.kill();
    if (about.name === 'hello' && !found.ok) return [];
  }
  adapter.process.kill();
  ended(lineOf(restart, await startAgain(start, claims)));
  const left = started.flatMap(({ process: one }) => one.left.map(survivorText));
  ended(lineOf(nothingLeft, { ok: left.length === 0, came: left.join('; ') || 'none' }));
  return leftOut;
}

const lineOf = (
  { name, asked, expected, remedy }: Omit<Check, 'does'>,
  { ok, came, remedy: other = remedy }: Found,
): SmokeLine => ({ name, ok, asked, came: onOneLine(came), expected, remedy: ok ? '' : other });

async function startAgain(start: () => Adapter, claims: readonly string[]): Promise<Found> {
  const greet = async (adapter: Adapter) => {
    const { answer } = await adapter.ask('hello', { protocol: 1 }, limits.hello);
    return JSON.stringify({ ...answer, id: 0 });
  };
  const first = start();
  const before = await greet(first);
  await open(first);
  first.process.kill();
  const second = start();
  const after = await greet(second);
  const state = await second.ask('state');
  second.process.kill();
  if (before !== after) return { ok: false, came: `${after}, and before ${before}` };
  const isChecked = claims.includes('a world') && claims.includes('input_checks');
  const none = refused(isChecked ? 'invalid' : null, state);
  return none.ok
    ? { ok: true, came: 'the same greeting, and no world' }
    : { ok: false, came: `for state ${told(state.came)}` };
}
