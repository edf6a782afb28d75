/** A check that stops what is wrong. */
import assert from 'node:assert/strict';
import { CheckViolation } from '../../src/core/checks/violation.ts';

/** What is done ends with a violation that says this. */
export function isStopped(act: () => void, message: RegExp): void {
  assert.throws(act, (error) => {
    assert.ok(error instanceof CheckViolation, String(error));
    assert.match(error.message, message);
    return true;
  });
}
