/** What the checks stop: the fates of mutants in a core made by hand, and a few mutants of the real one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { decimal } from '../../src/num.ts';
import { play as realPlay, type Ending, type Told } from '../../strength/checks/core.ts';
import { Sources } from '../../strength/anchor.ts';
import { tellTheSame } from '../../strength/checks/atoms.ts';
import { difference, isSame, plain } from '../../strength/checks/difference.ts';
import { mutatedProgram } from '../../strength/checks/instrument.ts';
import { Judge, type Core, type Fate } from '../../strength/checks/judge.ts';
import {
  askedOf,
  byGroup,
  figuresOf,
  groups,
  isMoving,
  movingOf,
  shareWithErrors,
  type Judged,
} from '../../strength/checks/result.ts';
import { Switch } from '../../strength/checks/switch.ts';
import { judgeAll } from '../../strength/checks/threads.ts';
import { drawWorlds, type World } from '../../strength/checks/worlds.ts';

const end: Ending = { by: 'end' };
const paid = (amount: string): Told => ({
  day: 1,
  kind: 'AccountOpened',
  party: 'H1',
  cash: decimal.of(amount),
});
const stopped: Ending = { by: 'check', check: 'C1', message: 'C1 does not hold' };
const world: World = { arithmetic: 'decimal', world: { traders: [], tickets: [] }, requests: [], seed: 0 };

/** A core that tells of one payment; mutants 1 to 7 each do something else. */
function coreByHand(): Core {
  const mutants = new Switch();
  const on = (id: number): boolean => mutants.isOn(id);
  const run = (checks: boolean, sink: (told: Told) => void): Ending => {
    if (on(1) && checks) return stopped;
    if (on(2)) return { by: 'crash', message: 'TypeError: no' };
    if (on(3)) for (;;) on(0);
    if (on(4) && checks) return stopped;
    sink(paid(on(5) || on(1) ? '3' : '2'));
    sink({ day: 1, kind: 'Overridden', path: on(6) ? 'elsewhere' : 'here' });
    on(7);
    return end;
  };
  const play = (_: World, checks: boolean, sink: (told: Told) => void): Ending => {
    try {
      return run(checks, sink);
    } catch {
      return { by: 'limit' };
    }
  };
  return { play, mutants, atLoad: new Set() };
}

test('a mutant is stopped, wrong, an error, without end, the same, of the checks only, or not reached', () => {
  const judge = new Judge(coreByHand(), [world, world]);
  const verdicts = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => judge.verdict(id));
  const fates: Fate[] = [
    'stopped',
    'crash',
    'no end',
    'bookkeeping',
    'wrong',
    'wrong',
    'same',
    'not reached',
  ];
  assert.deepEqual(
    verdicts.map(({ fate }) => fate),
    fates,
  );
  assert.deepEqual(
    verdicts.map(({ check }) => check),
    ['C1', null, null, 'C1', null, null, null, null],
  );
  assert.deepEqual(verdicts.map(isMoving), [false, false, false, false, true, false, false, false]);
  const { share, ...counts } = figuresOf(verdicts);
  assert.equal(share, 1 / 3);
  assert.deepEqual(counts, {
    ...{ mutants: 8, stopped: 1, wrong: 2, crash: 1, 'no end': 1, same: 1, bookkeeping: 1 },
    'not reached': 1,
  });
  // what was stopped is looked at without the checks
  const grouped = byGroup(verdicts);
  assert.deepEqual(
    groups.map((group) => grouped[group].map(({ id }) => id)),
    [[1, 5], [], [], [], [6]],
  );
  assert.equal(figuresOf(grouped.books).share, 1 / 2);
  assert.equal(askedOf(verdicts).share, 1 / 2);
  assert.equal(shareWithErrors(verdicts), 1 / 5);
});

test('amounts are the same as numbers, whatever they are written like', () => {
  assert.ok(isSame(paid('2'), paid('2.0')));
  assert.ok(!isSame(paid('2'), paid('2.000000000000000001')));
  assert.equal(difference(plain(paid('2'), 'decimal'), plain(paid('2.00'), 'decimal'), undefined), null);
});

const trade = (more: object) =>
  plain(
    { kind: 'TradeExecuted', traderId: 'H1', side: 'BUY', bucket: 'short', ...more } as unknown as Told,
    'decimal',
  );
const event = (kind: string, more: object = {}) => plain({ kind, ...more } as unknown as Told, 'decimal');

test('what a difference moves', () => {
  const effect = (...[was, is, next]: Parameters<typeof difference>) => difference(was, is, next)?.effect;
  const none = undefined;
  assert.equal(effect(trade({ price: '1' }), trade({ price: '2' }), none), 'money');
  assert.equal(effect(trade({ ticketId: 'k1' }), trade({ ticketId: 'k2' }), none), 'tickets');
  assert.equal(effect(trade({ bid: '1' }), trade({ bid: '2' }), none), 'quotes');
  assert.equal(effect(trade({ pinned: true }), trade({ pinned: false }), none), 'words');
  assert.equal(effect(trade({ price: '1' }), trade({ traderId: 'H2', price: '2' }), none), 'choice');
  const refused = event('OrderRejected', { traderId: 'H1', side: 'BUY', bucket: 'short' });
  assert.equal(effect(trade({}), refused, none), 'refusal');
  assert.equal(effect(event('PayableSettled'), none, none), 'money');
  assert.equal(effect(none, event('TicketPlaced'), none), 'tickets');
  assert.equal(effect(trade({}), event('Invalid'), none), 'request');
  // quotes that are left out bring forward the trade that comes after them; another trade is another choice
  assert.equal(effect(event('QuotesPosted'), trade({}), trade({ price: '1' })), 'quotes');
  assert.equal(effect(event('QuotesPosted'), trade({}), event('PayableSettled')), 'choice');
});

test('a log that tells the same in another order, or ticket by ticket, is the same in the end', () => {
  const rolled = (tickets: string[], price: string) =>
    event('PayableRolledOver', { pid: 'P1', tickets, price, amount: String(tickets.length) });
  const paidTo = (...holders: string[]) =>
    event('PayableSettled', { payouts: holders.map((holder) => ({ holder, amount: '1' })) });
  assert.ok(
    tellTheSame(
      [rolled(['k1', 'k2'], '1.8'), paidTo('H1', 'H2')],
      [paidTo('H2', 'H1'), rolled(['k2'], '0.9'), rolled(['k1'], '0.9')],
    ),
  );
  assert.ok(!tellTheSame([rolled(['k1', 'k2'], '1.8')], [rolled(['k1'], '0.9'), rolled(['k2'], '0.8')]));
  assert.ok(!tellTheSame([rolled(['k1'], '0.9')], [rolled(['k3'], '0.9')]));
  // a mutant may tell of no payouts at all
  assert.ok(!tellTheSame([paidTo('H1')], [event('PayableSettled')]));
});

const steps = 'function day(state) { pay(state); tell(state); come(state); }';
const judged = (text: string, found: 'money' | 'choice'): Judged => ({
  ...{ id: 1, file: 'src/core/x.ts', line: 1, column: 1, mutator: 'StepLeftOut', text },
  ...{ start: steps.indexOf(text), end: steps.indexOf(text) + text.length },
  ...{ became: 'undefined', fate: 'wrong', check: null, message: null, reached: 1, changed: 1 },
  difference: { effect: found, kind: 'PayableSettled', fields: ['paid'], is: 'paid "1"', was: 'paid "2"' },
});

test('what no check can notice needs a reason that fits a mutant', () => {
  const because = (text: string) => ({
    ...{ in: 'day', text, became: 'undefined' },
    reason: 'nobody can know what was meant',
  });
  const mutants = [
    judged('pay(state)', 'money'),
    judged('tell(state)', 'money'),
    judged('come(state)', 'choice'),
  ];
  const { unnoticed, beyond, stale } = movingOf(
    mutants,
    ['tell(state)', 'come(state)', 'gone(state)'].map(because),
    new Sources(new Map([['src/core/x.ts', steps]])),
  );
  assert.deepEqual(
    [unnoticed, beyond].map((list) => list.map(({ text }) => text)),
    [['pay(state)'], ['tell(state)']],
  );
  assert.deepEqual(stale, [
    'day, gone(state) as undefined: day in src/core/x.ts has this 0 times, not once:\ngone(state)',
    'day, come(state) as undefined: no such mutant survives in src/core/x.ts',
  ]);
});

const folder = scratchFolder();

const files = ['anchors', 'ledger', 'trade', 'traders', 'fast/by-day'].map((name) => `src/core/${name}.ts`);
const worlds = await drawWorlds(24);

test('worlds are the same whenever they are drawn, and run to their end without a mutant', async () => {
  assert.deepEqual(await drawWorlds(24), worlds);
  for (const each of worlds)
    assert.deepEqual(
      realPlay(each, true, () => undefined),
      end,
    );
});

test('mutants of the real core: money the wrong way, a step left out, another quote, another choice', async () => {
  const { path: program, mutants } = await mutatedProgram(files, folder);
  const find = (file: string, text: string, became: string): number => {
    const found = mutants.find(
      (each) => each.file === `src/core/${file}.ts` && each.text === text && each.became === became,
    );
    assert.ok(found, `no mutant of ${file} has ${became} for ${text}`);
    return found.id;
  };
  const atHorizon = (sign: string): string =>
    `nextOwnMaturity(state, trader) - state.time ${sign} state.policy.horizon`;
  const expected = new Map<number, Fate>([
    [find('ledger', 'from.cash.minus(amount)', 'from.cash.plus(amount)'), 'stopped'],
    [find('anchors', 'requote(bucket)', 'undefined'), 'stopped'],
    [find('trade', 'quotes.bid', 'quotes.outsideBid'), 'stopped'],
    [find('traders', atHorizon('>='), atHorizon('>')), 'stopped'],
    [find('fast/by-day', 'middle + 1', 'middle - 1'), 'no end'],
  ]);
  const ids = [...expected.keys()];
  const verdicts = await judgeAll(ids, { program, worlds }, () => undefined);
  assert.deepEqual(
    verdicts.map(({ fate }) => fate),
    [...expected.values()],
    JSON.stringify(verdicts, null, 1),
  );
  assert.deepEqual(await judgeAll(ids, { program, worlds }, () => undefined), verdicts, 'and again');
});
