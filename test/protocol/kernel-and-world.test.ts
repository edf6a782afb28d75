/** The kernel that is asked alone and the dealer of a world count with the same amounts. CHK-09R, KER-15. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InProcess } from '../../src/protocol/in-process.ts';
import type { KernelArguments, PartialWorld } from '../../src/protocol/protocol.ts';
import { decimal } from '../../src/num.ts';

/** A world whose Short dealer has the position that the kernel is asked for. */
function worldOf({
  tickets,
  cash,
  ticketSize,
  outsideMid,
  outsideSpread,
  ...rest
}: KernelArguments): PartialWorld {
  return {
    ...rest,
    ticketSize,
    buckets: [{ id: 'short', from: 1, to: null, outsideMid, outsideSpread }],
    dealers: { short: { cash } },
    traders: [{ id: 'I1', cash: '0' }],
    tickets: Array.from({ length: tickets }, (_, i) => ({
      id: `d${String(i)}`,
      liability: 'P',
      issuer: 'I1',
      owner: 'dealer:short',
      maturity: 2,
      serial: i,
    })),
  };
}

const position = { ticketSize: '1', outsideMid: '1', outsideSpread: '0.3', tickets: 2, cash: '2' };

const cases: Readonly<Record<string, KernelArguments>> = {
  'a threshold that rounds up to a tie with the mid': {
    ...position,
    outsideMid: '0.020000001',
    guardThreshold: '0.0199999999999999999',
  },
  'a threshold that is left out, and is rounded up to a tie with the mid': {
    ...position,
    ticketSize: '0.000000000000000033',
    outsideMid: '0.000000001000000001',
  },
  'a mid that goes on': { ...position, outsideMid: '0.3333333333333333333333333333' },
  'a face and a cash that go on': {
    ...position,
    ticketSize: '0.6666666666666666666666666667',
    cash: '0.6666666666666666666666666667',
  },
};

for (const [name, asked] of Object.entries(cases)) {
  test(name, async () => {
    const core = new InProcess(decimal);
    await core.call('reset', { world: worldOf(asked) });
    assert.deepEqual(await core.call('kernel', asked), await core.call('quotes', { bucket: 'short' }));
  });
}

test('a face that is less than a unit of money is refused, and not rounded to nothing', async () => {
  const core = new InProcess(decimal);
  const ticketSize = '0.0000000000000000009';
  await assert.rejects(core.call('kernel', { ...position, ticketSize }), /ticketSize/);
  await assert.rejects(core.call('reset', { world: { ticketSize } }), /ticketSize/);
});

test('ANC-06R: with the clip on no mid is below zero, in a world or alone', async () => {
  const core = new InProcess(decimal);
  const asked = { ...position, outsideMid: '-1' };
  await assert.rejects(core.call('kernel', asked), /outsideMid: an amount of at least 0/);
  await assert.rejects(core.call('reset', { world: worldOf(asked) }), /outsideMid: an amount of at least 0/);
  const off = { ...asked, clipOutsideBid: false };
  await core.call('reset', { world: worldOf(off) });
  assert.deepEqual(await core.call('kernel', off), await core.call('quotes', { bucket: 'short' }));
});

test('CHK-09R: cash that is set is in whole units of money, as in a world', async () => {
  const core = new InProcess(decimal);
  const cash = '0.33333333333333333350001';
  const told = async (): Promise<string | undefined> => (await core.call('state', {})).dealers['short']?.cash;
  await core.call('reset', { world: worldOf({ ...position, cash }) });
  assert.equal(await told(), '0.333333333333333334');
  await core.call('set', { path: 'dealer.short.cash', value: '0.6666666666666666665' });
  // half to even
  assert.equal(await told(), '0.666666666666666666');
  await core.call('set', { path: 'dealer.short.cash', value: cash });
  assert.equal(await told(), '0.333333333333333334');
});

test('a bucket whose dealer could not be told from nothing is refused', async () => {
  const core = new InProcess(decimal);
  const buckets = [{ id: '__proto__', from: 1, to: null }];
  await assert.rejects(core.call('reset', { world: { buckets } }), /buckets.0.id: a bucket id other than/);
});

test('desks of a bucket that there is not are refused, whatever it is called', async () => {
  const core = new InProcess(decimal);
  for (const name of ['__proto__', 'constructor', 'Short'])
    for (const side of ['dealers', 'vbts']) {
      const world = JSON.parse(`{"${side}": {"${name}": {"cash": "5"}}}`) as PartialWorld;
      await assert.rejects(core.call('reset', { world }), new RegExp(`world.${side}.${name}: a bucket`));
    }
  const two = JSON.parse('{"time": -1, "vbts": {"__proto__": {}}}') as PartialWorld;
  await assert.rejects(core.call('reset', { world: two }), /world\.time: .*; world\.vbts\.__proto__: /);
});

test('SET-05: of equal remainders the first by the bytes of its id gets the unit', async () => {
  const core = new InProcess(decimal);
  // in UTF-8 U+FFEE is before U+10000, in the units of UTF-16 it is after it
  const [first, second] = ['\uffee', '\u{10000}'];
  const world = {
    time: 1,
    traders: [{ id: 'A', cash: '0.000000000000000001' }, { id: second }, { id: first }],
    tickets: [second, first].map((owner, serial) => ({
      id: owner,
      issuer: 'A',
      owner,
      maturity: 1,
      serial,
    })),
  };
  await core.call('reset', { world });
  const { issuers } = await core.call('settle', {});
  assert.deepEqual(
    issuers[0]?.payouts.map(({ holder, amount }) => [holder, amount]),
    [
      [first, '0.000000000000000001'],
      [second, '0'],
    ],
  );
});

test('ROL-01: the number of an issue goes on by one, however long it is', async () => {
  const core = new InProcess(decimal);
  const world = {
    rollover: { enabled: true },
    traders: [{ id: 'A', cash: '1' }, { id: 'B' }],
    tickets: [{ id: 'k~9007199254740993', issuer: 'A', owner: 'B', maturity: 1, serial: 1, distance: 1 }],
  };
  await core.call('reset', { world });
  for (const id of ['k~9007199254740994', 'k~9007199254740995']) {
    const { rollover } = await core.call('period', { script: [] });
    assert.deepEqual(
      rollover.issued.map(({ ticket }) => ticket),
      [id],
    );
  }
});

test('FLW-01: no limit on arrivals is none under every policy, and left out is 3 under one', async () => {
  const core = new InProcess(decimal);
  const limit = async (policy: PartialWorld['policy']): Promise<number | null> => {
    await core.call('reset', { world: { policy } });
    return (await core.call('state', {})).policy.maxArrivals;
  };
  assert.equal(await limit({ kind: 'liquidity_and_investment', maxArrivals: null }), null);
  assert.equal(await limit({ kind: 'liquidity_and_investment' }), 3);
  assert.equal(await limit({ kind: 'two_sided' }), null);
  assert.equal(await limit({ kind: 'default_avoidance', maxArrivals: 3 }), 3);
});
