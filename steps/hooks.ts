/**
 * Before every scenario: whether it is asked of this implementation. After it: nothing was refused unnoticed, and money
 * and tickets are all there.
 */
import { After, AfterAll, Before, setDefaultTimeout, Status } from '@cucumber/cucumber';
import type { Difference } from '../src/protocol/disagreement.ts';
import type { StateAnswer } from '../src/protocol/protocol.ts';
import { runsTheProgram } from './about-the-program.ts';
import { addUp, near, type Amount } from './amounts.ts';
import { sheets } from './balance-sheets.ts';
import { isOver } from '../src/protocol/in-this-process.ts';
import { RECORD_TYPE } from '../src/protocol/record.ts';
import { recordOf } from './record-of.ts';
import type { RingWorld } from './ring-world.ts';
import { refusalText, type Asked } from './said.ts';
import { closeServed } from './under-test.ts';
import { Refused } from './tables.ts';

/** An implementation has time limits of its own, in src/protocol/child.ts: this one is beyond the slowest. */
setDefaultTimeout(600_000);

Before(function (this: RingWorld, { pickle }) {
  if (isOver()) return 'skipped';
  const { aside = {}, modelOnly } = this.parameters;
  if (modelOnly === true && runsTheProgram(pickle.steps)) this.under.leaveOut();
  const why = aside[`${pickle.uri}:${String(pickle.location?.line)}`];
  if (why !== undefined) this.under.setAside(why);
  if (pickle.steps.some(({ text }) => text.startsWith('it is refused as invalid')))
    this.under.need('input_checks');
  return undefined;
});

// defined before the other, it runs after it: what that one finds is in the record too
After(async function (this: RingWorld, { result }) {
  if (this.parameters.record !== true || isOver()) return;
  const record = await recordOf(this, result?.status !== Status.PASSED);
  this.attach(JSON.stringify(record), RECORD_TYPE);
});

After(async function (this: RingWorld) {
  const { opening, refused } = this;
  // asked whatever else there is: a conversation that broke off has no state
  const counted = opening !== null && this.under.broken === null;
  const [lost, by] = counted ? firstLoss(this, opening, await this.state()) : [[], this.latest];
  if (counted) this.books = lost;
  if (refused !== null)
    this.expect(
      [
        {
          about: 'a request of which no step speaks',
          expected: 'an answer',
          found: refusalText(refused.error),
        },
      ],
      refused.asked,
    );
  for (const { got, asked } of this.orders)
    if (got instanceof Refused || !got.trade.executed) {
      const found = got instanceof Refused ? got.why : `not executed: ${String(got.trade.reason)}`;
      this.expect([{ about: 'an order of which no step speaks', expected: 'a trade', found }], asked);
    }
  this.expect(lost, by);
});

const cashIn = (state: StateAnswer): Amount => addUp([...sheets(state).values()].map((sheet) => sheet.cash));

/** Where cash came or went, or a ticket is not held once: with the first request after which it is so. */
function firstLoss(
  { course, latest }: RingWorld,
  opening: StateAnswer,
  now: StateAnswer,
): [Difference[], Asked] {
  const atTheEnd = losses(opening, now);
  if (atTheEnd.length === 0) return [[], latest];
  for (const [i, asked] of course.entries()) {
    const differences = losses(opening, course[i + 1]?.before ?? now);
    if (differences.length > 0) return [differences, asked];
  }
  return [atTheEnd, latest];
}

function losses(opening: StateAnswer, state: StateAnswer): Difference[] {
  const [expected, found] = [cashIn(opening), cashIn(state).toFixed()];
  const held = new Set([...sheets(state).values()].flatMap((sheet) => sheet.tickets));
  const seen = new Set<string>();
  const twice = state.tickets.find(({ id }) => seen.size === seen.add(id).size);
  const adrift = state.tickets.find(({ id }) => !held.has(id));
  return [
    ...(near(expected, found)
      ? []
      : [{ about: 'the cash in the world', expected: expected.toFixed(), found }]),
    ...(twice === undefined
      ? []
      : [{ about: `ticket ${twice.id}`, expected: 'one such ticket', found: 'two' }]),
    ...(adrift === undefined
      ? []
      : [{ about: `owner of ${adrift.id}`, expected: 'somebody in the world', found: adrift.owner }]),
  ];
}

AfterAll(async function () {
  await closeServed();
});
