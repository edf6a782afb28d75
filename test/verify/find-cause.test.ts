/** What a divergence is about: a ruling read in another way, one step of a period, or the order of its steps. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute } from '../../src/causes/clause.ts';
import { findCause, type FoundCause } from '../../src/causes/find-cause.ts';
import { decimal } from '../../src/num.ts';
import type { Request } from '../../src/protocol/exchange.ts';
import { InProcess } from '../../src/protocol/in-process.ts';
import type { ImplementationUnderTest, Operations } from '../../src/protocol/protocol.ts';

const core = (): ImplementationUnderTest => new InProcess(decimal, { checks: false });

/** H1 has the half coin of a ring of two, in which each owes the other 1, due tomorrow. */
const ring = {
  time: 0,
  buckets: [
    { id: 'short', from: 1, to: 3 },
    { id: 'mid', from: 4, to: 8 },
    { id: 'long', from: 9, to: null },
  ],
  dealers: {},
  vbts: {},
  traders: [
    { id: 'H1', cash: '0.5' },
    { id: 'H2', cash: '0' },
  ],
  tickets: [
    { id: 'a1', owner: 'H2', issuer: 'H1', maturity: 1, serial: 1, liability: 'a' },
    { id: 'b1', owner: 'H1', issuer: 'H2', maturity: 1, serial: 2, liability: 'b' },
  ],
  anchors: { update: true },
};
const requests = [
  ['reset', { world: ring }],
  ['period', { script: [] }],
] as unknown as Request[];

interface Update {
  readonly buckets: readonly { readonly lossRate: string }[];
}

/** The core behind an adapter that changes what is asked or answered. */
function adapter(changed: (op: string, takes: object, core: ImplementationUnderTest) => Promise<unknown>) {
  const under = core();
  return (): ImplementationUnderTest => ({
    call: async (op, takes) => (await changed(op, takes, under)) as Operations[typeof op]['answers'],
    close: () => under.close(),
  });
}

const causeOf = (other: () => ImplementationUnderTest): Promise<FoundCause | null> =>
  findCause(requests, { core, other, readings: {}, tolerance: 1e-10 });

test('who answers as the core does has no cause', async () => {
  const under = core();
  for (const [op, takes] of requests) await under.call(op, takes);
  assert.equal(await causeOf(core), null);
});

test('who lets receipts pay on the same day reads clearing as sequential', async () => {
  const found = await causeOf(
    adapter((op, takes, under) => {
      const world = { ...ring, rulings: { clearing: 'sequential' } };
      return under.call(op as 'reset', (op === 'reset' ? { ...takes, world } : takes) as never);
    }),
  );
  assert.deepEqual(found?.reading, { text: 'clearing=sequential', clause: 'SET-06R' });
});

test('who tells a wrong loss rate in a period is told by the step, and reads nothing in another way', async () => {
  const found = await causeOf(
    adapter(async (op, takes, under) => {
      const answer: object = await under.call(op as 'period', takes);
      const moved = ({ buckets }: Update) => ({
        buckets: buckets.map((one) => (one.lossRate === '0' ? one : { ...one, lossRate: '0.125' })),
      });
      if (op === 'updateAnchors') return moved(answer as Update);
      if (op !== 'period') return answer;
      const { updateAnchors } = answer as { updateAnchors: Update };
      return { ...answer, updateAnchors: moved(updateAnchors) };
    }),
  );
  assert.ok(found !== null);
  assert.deepEqual([found.divergence.op, found.reading], ['updateAnchors', null]);
  assert.deepEqual(attribute(found.divergence).clauses.slice(0, 1), ['ANC-01']);
});

test('whose steps are right and whose period is not has them in another order', async () => {
  const found = await causeOf(
    adapter(async (op, takes, under) => {
      if (op !== 'period') return under.call(op as 'state', takes as never);
      const advance = await under.call('advance', {});
      const updateAnchors = await under.call('updateAnchors', {});
      const orderFlow = await under.call('orderFlow', { script: [] });
      const settle = await under.call('settle', {});
      return { advance, orderFlow, settle, rollover: await under.call('rollover', {}), updateAnchors };
    }),
  );
  assert.ok(found !== null);
  assert.deepEqual(attribute(found.divergence), { kind: 'model', clauses: ['LOOP-01'] });
});
