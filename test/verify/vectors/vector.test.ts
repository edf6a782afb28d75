/** What a vector needs is what verify takes it to need. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../../src/protocol/exchange.ts';
import { claimsOf, unclaimed } from '../../../src/protocol/needs.ts';
import { neededCapabilities } from '../../../src/verify/vectors/vector.ts';

const reset = (world: object, answer: object = {}): Exchange => ({ op: 'reset', takes: { world }, answer });
const invalid = { refused: 'invalid' };
const kernel = {
  op: 'kernel',
  takes: { ticketSize: '1', guardThreshold: '0.3' },
  answer: invalid,
} as const;

/** With what minor version 0 takes for granted. */
const kernelAlone = claimsOf({
  ...{ protocol: 1, name: '', version: '', language: '', arithmetic: 'decimal' },
  capabilities: ['kernel'],
});

for (const [what, exchanges] of Object.entries({
  'a malformed world': [reset({ buckets: 3 }, invalid)],
  'a baseline world': [reset({ regime: 'baseline' })],
  'a least spread': [reset({ buckets: [{ minSpread: '0.1' }] })],
  'a threshold of its own': [reset({ guardThreshold: '0.3' })],
  'a look at no world': [{ op: 'state', takes: {}, answer: invalid } as const],
  'a kernel': [{ ...kernel, takes: { ticketSize: '1' }, answer: {} }],
  'a kernel with a threshold, refused': [kernel],
  'a world after a kernel': [kernel, reset({})],
}))
  test(`who claims the kernel alone is asked ${what} by vectors where verify asks it`, () => {
    const needed = neededCapabilities(exchanges);
    assert.equal(
      needed.every((need) => kernelAlone.includes(need)),
      exchanges.every(({ op, takes }) => unclaimed(op, takes, kernelAlone) === null),
      needed.join(),
    );
  });

test('a world of another capability needs no trades', () => {
  const settle: Exchange = { op: 'settle', takes: {}, answer: {} };
  assert.deepEqual(neededCapabilities([reset({ regime: 'passive' }), settle]), ['settlement', 'regimes']);
  assert.deepEqual(neededCapabilities([{ ...kernel, answer: {} }]), ['kernel', 'guard_threshold']);
});
