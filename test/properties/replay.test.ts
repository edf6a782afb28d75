import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Decimal } from 'decimal.js';
import type { EventOf, ModelEvent } from '../../src/core/events.ts';
import { runPeriod } from '../../src/core/period.ts';
import type { State } from '../../src/core/state.ts';
import { ticketsOf } from '../../src/core/tickets.ts';
import { openWorld, type World } from '../../src/core/world.ts';
import { float64 } from '../../src/f64.ts';
import { Accounts } from '../../src/run/metrics/accounts.ts';
import { Replay, replayUntil } from '../../steps/replay.ts';
import { decimal, type Arithmetic, type Num } from '../../src/num.ts';
import { readEventLine, writeEvent } from '../../src/run/event-line.ts';
import { firstComeChoices, investing, ringWorld } from '../run/metrics/ring-world.ts';

/** Every digit of a decimal; a double to 9 places, beyond which sums of doubles hang on their order. */
function exactly(amount: Num): string {
  if (amount instanceof Decimal) return amount.toFixed();
  return Number(amount.toNumber().toFixed(9)).toString().replace(/^-0$/, '0');
}

/** Cash by party, and owner and bucket by ticket, as the core has them. */
function sheetsOf(state: State) {
  const cash = [...state.parties.values()].map((party) => [party.id, exactly(party.cash)]);
  const tickets = ticketsOf(state.calendar).map(({ id, owner, issuer, liability, maturity, bucket }) => [
    id,
    owner.id,
    issuer.id,
    liability,
    maturity,
    state.buckets[bucket]?.id,
  ]);
  return { cash: cash.sort(), tickets: tickets.sort() };
}

function sheetsIn(replay: Replay) {
  const cash = [...replay.cash].map(([id, amount]) => [id, exactly(amount)]);
  const tickets = [...replay.tickets].map(([id, { owner, debtor, liability, maturity, bucket }]) => [
    id,
    owner,
    debtor,
    liability,
    maturity,
    bucket,
  ]);
  return { cash: cash.sort(), tickets: tickets.sort() };
}

/** The counts in the accounts are those of the core's parties. */
function compareAccounts(accounts: Accounts, state: State): void {
  for (const party of state.parties.values()) {
    const account = accounts.party(party.id);
    assert.equal(exactly(account.cash), exactly(party.cash), party.id);
    assert.equal(
      account.tickets.reduce((sum, count) => sum + count, 0),
      party.held,
      party.id,
    );
    if (party.kind === 'trader') assert.equal(account.owed, party.owed, party.id);
    else assert.equal(accounts.deskTickets(party.id), party.tickets, party.id);
  }
}

function lineOf(event: ModelEvent): string {
  let line = '';
  const write = (text: string): void => void (line += text);
  writeEvent(event, {
    write,
    writeQuoted: (text) => {
      write(JSON.stringify(text));
    },
  });
  return line;
}

function compareEveryPeriod(world: World, numbers: Arithmetic): ReadonlySet<string> {
  const events: ModelEvent[] = [];
  const accounts = new Accounts(numbers);
  const state = openWorld(world, {
    numbers,
    run: 'replayed',
    checks: true,
    sink: (event) => {
      // through the text of the log and back: nothing but the log is used
      const read = readEventLine(lineOf(event), numbers);
      events.push(read);
      accounts.take(read);
    },
  });
  const choices = firstComeChoices();
  const byDay = [sheetsOf(state)];
  for (let day = 1; day <= 15; day++) {
    runPeriod(state, choices);
    byDay.push(sheetsOf(state));
    compareAccounts(accounts, state);
  }
  byDay.forEach((sheets, day) => {
    assert.deepEqual(sheetsIn(replayUntil(events, day)), sheets, `day ${String(day)}`);
  });
  return new Set(events.map((event) => event.kind));
}

describe('the log alone rebuilds every balance sheet (OUT-02)', () => {
  for (const numbers of [decimal, float64]) {
    it(`after every period of a run with defaults, boundaries and rollover, in ${numbers.name}`, () => {
      const kinds = compareEveryPeriod(ringWorld(), numbers);
      const wanted = [
        'TradeExecuted',
        'TicketRebucketed',
        'PayableDefaulted',
        'PayableRolledOver',
        'TicketPlaced',
      ];
      for (const kind of wanted) assert.ok(kinds.has(kind), `${kind} did not occur`);
    });

    it(`after every period of a run with investors, in ${numbers.name}`, () => {
      const world = investing(ringWorld({ rollover: { enabled: false, issuePrice: 'par' } }));
      const kinds = compareEveryPeriod(world, numbers);
      assert.ok(kinds.has('TradeExecuted') && kinds.has('PayableDefaulted'));
    });
  }

  it('and a log that contradicts itself is found out', () => {
    const opening: ModelEvent[] = [
      {
        day: 0,
        kind: 'WorldOpened',
        ticketSize: decimal.of(1),
        regime: 'active',
        buckets: [
          { id: 'Short', from: 1, to: 3, outsideMid: decimal.of(1), outsideSpread: decimal.zero },
          { id: 'Mid', from: 4, to: null, outsideMid: decimal.of(1), outsideSpread: decimal.zero },
        ],
      },
      ...['H1', 'H2', 'H3', 'dealer:Short'].map((party): ModelEvent => ({
        day: 0,
        kind: 'AccountOpened',
        party,
        cash: decimal.zero,
      })),
      {
        day: 0,
        kind: 'PayableCreated',
        payableId: 'L1',
        debtor: 'H1',
        creditor: 'H2',
        dueDay: 2,
        amount: decimal.of(1),
        tickets: ['L1.1'],
      },
    ];
    const found = (wrong: Partial<EventOf<'TicketPlaced'>>): RegExp | string => {
      const replay = new Replay();
      for (const event of opening) replay.take(event);
      const placed: EventOf<'TicketPlaced'> = {
        day: 1,
        kind: 'TicketPlaced',
        ticketId: 'L1.1',
        bucket: 'Short',
        seller: 'H2',
        buyer: 'dealer:Short',
        price: decimal.zero,
        ...wrong,
      };
      return said(() => {
        replay.take(placed);
      });
    };
    assert.equal(found({}), 'nothing');
    assert.equal(found({ ticketId: 'L1.2' }), 'L1.2 has not been introduced');
    assert.equal(found({ buyer: 'H9' }), 'H9 has not been introduced');
    assert.equal(found({ seller: 'H3' }), 'ticket L1.1 is held by H2, not by H3');
    assert.equal(found({ bucket: 'Mid' }), 'ticket L1.1 is in Short, not in Mid');

    const replay = new Replay();
    for (const event of opening) replay.take(event);
    const settled: ModelEvent = {
      day: 2,
      kind: 'PayableSettled',
      pid: 'L1',
      bucket: 'Short',
      debtor: 'H3',
      amount: decimal.of(1),
      paid: decimal.of(1),
      payouts: [{ holder: 'H2', tickets: ['L1.1'], amount: decimal.of(1) }],
    };
    assert.equal(
      said(() => {
        replay.take(settled);
      }),
      'ticket L1.1 is owed by H1, not by H3',
    );
    const allocated: ModelEvent = {
      day: 0,
      kind: 'TicketsAllocated',
      payableId: 'L2',
      from: 'H2',
      to: 'H3',
      tickets: ['L1.1'],
    };
    for (const before of [[], opening]) {
      const other = new Replay();
      for (const event of before) other.take(event);
      assert.equal(
        said(() => {
          other.take(allocated);
        }),
        'L2 was allocated before it was created',
      );
    }
    const early = new Replay();
    const created = opening.filter(({ kind }) => kind === 'PayableCreated');
    assert.match(
      said(() => {
        for (const event of created) early.take(event);
      }),
      /^no item -1 in a list of 0$/,
    );
  });
});

/** The message of what is thrown. */
function said(act: () => void): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
  return 'nothing';
}
