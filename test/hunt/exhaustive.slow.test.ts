/** A small scope in full: every world has a number, faults of ties are found in it, and a killed run goes on. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';
import { InProcess } from '../../src/protocol/in-process.ts';
import type { ImplementationUnderTest, SettleAnswer, StateAnswer } from '../../src/protocol/protocol.ts';
import { batchFrom } from '../../src/hunt/ahead.ts';
import { promote } from '../../src/hunt/promote.ts';
import { about, details, sizeOf } from '../../src/hunt/scope/about.ts';
import { parts, scope } from '../../src/hunt/scope/scope.ts';
import { decimal } from '../../src/num.ts';
import { buildProgram } from '../wrong/build.ts';
import { program as ringspec } from '../program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = scratchFolder();

const small = scope('small');

for (const part of parts) {
  test(`the part ${part.name} has as many worlds as are stated`, () => {
    const { full, small: few } = about[part.name];
    assert.deepEqual([part.trials('full').count, part.trials('small').count], [full, few]);
  });
}

test('the documents state the same numbers', () => {
  const [page, readme] = ['docs/small-scope.md', 'README.md'].map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const rows = Object.entries(about).map(([name, { says, full, small: few }]) =>
    [name, says, String(full), String(few)].join(' | '),
  );
  const table = (page ?? '').split('\n').map((line) => line.replace(/ +/g, ' ').replace(/^\| | \|$/g, ''));
  assert.deepEqual(
    rows.filter((row) => !table.includes(row)),
    [],
  );
  for (const text of [page, readme])
    for (const detail of details) assert.match(text ?? '', new RegExp(`\\b${String(sizeOf(detail))}\\b`));
});

test('a number is a world, always the same, and no two numbers are one world', () => {
  const worlds = Array.from({ length: small.count }, (_, number) => JSON.stringify(small.at(number).trial));
  assert.equal(worlds.length, sizeOf('small'));
  assert.equal(new Set(worlds).size, worlds.length);
  assert.equal(JSON.stringify(scope('small').at(93).trial), worlds[93]);
  assert.throws(() => small.at(small.count), RangeError);
});

test('the full scope repeats no world either, as far as every hundredth shows', () => {
  const full = scope('full');
  const seen = new Set<string>();
  let looked = 0;
  for (let number = 0; number < full.count; number += 97) {
    seen.add(JSON.stringify(full.at(number).trial));
    looked++;
  }
  assert.equal(seen.size, looked);
});

/** Fault 1 of its kind: a debtor within a tie of its debt pays all of it, and has less than nothing left. */
const overpaid = [
  {
    in: 'paymentOf',
    file: 'src/core/settlement.ts',
    find: 'handedOver(means, amount)',
    replace: "amount.minus(means).comparedTo('0.000000001') <= 0 ? amount : handedOver(means, amount)",
  },
];

interface Said {
  readonly spent: number;
  readonly next: number;
  readonly agree: number;
  readonly kinds: readonly {
    readonly first: number;
    readonly clause: string;
    readonly wrong: string;
    readonly title: string;
    readonly scenario: readonly string[];
    readonly instead: string;
    readonly lines: readonly string[];
  }[];
}

const read = (out: string): Said => JSON.parse(readFileSync(join(out, 'state.json'), 'utf8')) as Said;
const command = (out: string, program: readonly string[], more: readonly string[] = []): string[] => [
  ...['hunt', '--exhaustive', 'small', '--implementation', program.join(' '), '--out', out, ...more],
];
const hunt = (out: string, program: readonly string[], more: readonly string[] = []) =>
  spawnSync(ringspec, command(out, program, more), { encoding: 'utf8' });

/** All but the time that it took. */
function known(out: string): unknown {
  const { spent, ...rest } = read(out);
  assert.ok(spent > 0);
  return rest;
}

test('the Python example agrees in every world of the small scope, and the last line says how many', () => {
  const said = spawnSync(ringspec, ['hunt', '--exhaustive', 'small', '--out', join(folder, 'python')], {
    encoding: 'utf8',
  });
  const count = String(sizeOf('small'));
  assert.equal(said.status, 0, said.stdout + said.stderr);
  assert.match(said.stdout, new RegExp(`^all ${count} worlds of the scope small, in \\d+ s, against .*\n`));
  assert.match(said.stdout, new RegExp(`\n${count} of ${count} worlds agree\n$`));
});

test('a debtor that pays what it has not is found, and told as a scenario that fails on it', async () => {
  const out = join(folder, 'overpaid');
  const program = await buildProgram('overpaid', overpaid, folder);
  const said = hunt(out, program, ['--findings', '1']);
  assert.equal(said.status, 1, said.stderr);
  const [kind] = read(out).kinds;
  assert.ok(kind !== undefined);
  assert.match(kind.clause, /^SET-/);
  assert.equal(kind.wrong, 'the implementation');
  assert.match(kind.scenario.join('\n'), /\| H1 +\| 0\.999999999 \|/);
  assert.match(kind.instead, /is "-0\.000000001", not "0"/);
  const copy = scratchFolder();
  cpSync(join(root, 'features'), join(copy, 'features'), { recursive: true });
  await promote(kind, { command: program }, { root: copy, title: '' });
  const alone = join(folder, 'alone');
  hunt(alone, program, ['--from', String(kind.first), '--worlds', '1']);
  assert.deepEqual(read(alone).kinds[0], { ...kind, worlds: 1 });
});

test('killed at any moment, it goes on and ends with the same', async () => {
  const program = await buildProgram('overpaid', overpaid, folder);
  const [whole, cut] = [join(folder, 'whole'), join(folder, 'cut')];
  // the first worlds: the whole scope is played above
  const part = ['--worlds', '120'];
  const straight = hunt(whole, program, part);
  assert.equal(straight.status, 1, straight.stderr);
  const killed = spawn(ringspec, command(cut, program, part), { stdio: 'ignore' });
  while (!existsSync(join(cut, 'state.json'))) await new Promise((resolve) => setTimeout(resolve, 20));
  killed.kill('SIGKILL');
  await new Promise((resolve) => killed.once('exit', resolve));
  const { next } = read(cut);
  assert.ok(next > 0 && next < 120, `killed after ${String(next)} worlds`);
  const resumed = hunt(cut, program, [...part, '--resume']);
  assert.deepEqual(known(cut), known(whole));
  const withoutTime = (text: string): string => text.replace(/, in \d+ s, /, '');
  assert.equal(withoutTime(resumed.stdout), withoutTime(straight.stdout));
  const other = hunt(cut, ['node', 'other.mjs'], [...part, '--resume']);
  assert.equal(other.status, 69);
  const elsewhere = hunt(cut, program, [...part, '--resume', '--from', '7']);
  assert.equal(elsewhere.status, 65);
  assert.match(
    elsewhere.stderr,
    /is the scope small of 4651 worlds from 0 against .*, not .* from 7 against/,
  );
});

/** The core with answers that are not its own: nobody would see it who only compares two of these. */
class Altered implements ImplementationUnderTest {
  readonly #core = new InProcess(decimal);
  constructor(readonly alter: (op: string, answer: object) => object) {}
  async call(op: never, takes: never): Promise<never> {
    return this.alter(op, await this.#core.call(op, takes)) as never;
  }
  async close(): Promise<void> {
    await this.#core.close();
  }
}

const inState = (change: (state: StateAnswer) => object) => (op: string, answer: object) =>
  op === 'state' && (answer as StateAnswer).time > 0
    ? { ...answer, ...change(answer as StateAnswer) }
    : answer;

/** A world of the small scope in which H1 has 1 and owes 1 to H2: where one of the two is paid, cash moves. */
const paid = Array.from({ length: 873 }, (_, number) => number).findIndex((number) => {
  const { traders, tickets } = small.at(number).trial.world;
  return traders[0]?.cash === '1' && tickets.length === 1 && tickets[0]?.owner === 'H2';
});

const alterations = [
  [
    'cash that comes from nowhere',
    'C1',
    inState(({ traders }) => ({ traders: traders.map((trader) => ({ ...trader, cash: '2' })) })),
  ],
  [
    'cash below zero',
    'CHK-11',
    inState(({ traders }) => ({
      traders: traders.map((trader, i) => ({
        ...trader,
        cash: i === 0 ? '-0.000000000000000001' : '1.000000000000000001',
      })),
    })),
  ],
  [
    'a settled ticket that stays',
    'SET-08',
    inState(() => ({
      tickets: small.at(paid).trial.world.tickets.map((ticket) => ({ ...ticket, distance: 1 })),
    })),
  ],
  [
    'a negative payout',
    'SET-05',
    (op: string, answer: object) => {
      if (op !== 'period') return answer;
      const { settle } = answer as { settle: SettleAnswer };
      const issuers = settle.issuers.map((issuer) => ({
        ...issuer,
        payouts: issuer.payouts.map((payout) => ({ ...payout, amount: '-1' })),
      }));
      return { ...answer, settle: { issuers } };
    },
  ],
] as const;

for (const [what, check, alter] of alterations) {
  test(`${what} is seen although both say the same`, async () => {
    const only = { ...small, at: () => small.at(paid) };
    const { results } = await batchFrom(0, 1, only, new Altered(alter), new Altered(alter));
    assert.deepEqual(
      results.map(({ sign }) => sign),
      [`settlement: ${check}`],
    );
    const right = await batchFrom(0, 1, only, new InProcess(decimal), new InProcess(decimal));
    assert.deepEqual(right.results, [{ sign: null }]);
  });
}
