import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownReadings, readingFaults, underReadings } from '../../src/protocol/rulings.ts';

for (const name of ['constructor', 'toString', '__proto__'])
  test(`a ruling of the name ${name} is unknown`, () => {
    const readings = Object.fromEntries([[name, '1']]);
    assert.match(readingFaults(readings).join(), /^ruling \w+: allowed are cap_quotes_at_par, clearing/);
    assert.deepEqual(Object.keys(ownReadings(readings)), [name]);
    assert.deepEqual(underReadings({}, readings), { world: {} });
  });
