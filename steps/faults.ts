/** Faults in the built-in core, and the checks that stop it: of no other implementation can this be asked. */
import { Then, When } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { CheckViolation } from '../src/core/checks/violation.ts';
import { openWorld } from '../src/core/world.ts';
import { same } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { faults } from './sabotage.ts';
import { Scene } from './scene.ts';

When('this goes wrong: {}', function (this: RingWorld, fault: string) {
  this.does(`what goes wrong: ${fault}`);
  const act = faults[fault] ?? assert.fail(`there is no fault "${fault}"`);
  const { numbers, checks } = this;
  const state = openWorld(this.described(), { numbers, run: 'demo', checks, sink: () => undefined });
  try {
    act(new Scene(state));
  } catch (error) {
    if (!(error instanceof CheckViolation)) throw error;
    this.stopped = error.message;
  }
});

Then('the run is stopped at event {int} {}', function (this: RingWorld, event: number, message: string) {
  const expected = `run demo, period 3, event ${String(event)} ${message}`;
  this.expect(same('the message of the check', expected, this.stopped));
});

Then('nothing is stopped', function (this: RingWorld) {
  this.expect(same('what is stopped', null, this.stopped));
});
