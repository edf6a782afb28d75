/** After every scenario: nothing was refused unnoticed, and money and tickets are all there. */
import { After, AfterAll, setDefaultTimeout } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { addUp, near } from './amounts.ts';
import { sheets } from './balance-sheets.ts';
import { RECORD_TYPE } from '../src/conformance/record.ts';
import { closeServed, type RingWorld } from './ring-world.ts';

/** An implementation has time limits of its own, in src/conformance/child.ts: this one is beyond the slowest. */
setDefaultTimeout(600_000);

// defined before the other, it runs after it: what that one finds is in the record too
After(function (this: RingWorld) {
  if (this.parameters.record === true) this.attach(JSON.stringify(this.record()), RECORD_TYPE);
});

After(async function (this: RingWorld) {
  assert.equal(this.refused, null, `refused, and no step speaks of it: ${this.refused?.message ?? ''}`);
  const unspoken = this.orders.filter(({ trade }) => !trade.executed);
  assert.deepEqual(unspoken, [], 'orders were refused, and no step speaks of it');
  if (this.opening === null) return;
  const now = await this.state();
  const cash = (state: typeof now) => addUp([...sheets(state).values()].map((sheet) => sheet.cash));
  assert.ok(near(cash(this.opening), cash(now).toFixed()), 'the cash in the world changed');
  const held = [...sheets(now).values()].flatMap((sheet) => sheet.tickets);
  assert.equal(new Set(held).size, now.tickets.length, 'every ticket is held once');
});

AfterAll(async function () {
  await closeServed();
});
