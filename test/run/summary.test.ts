import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runWorld } from '../../src/run/run-world.ts';
import { decimal } from '../../src/num.ts';
import { describeRunResult } from '../../src/run/run-summary.ts';
import { tinyChoices, tinyWorld } from './metrics/tiny-world.ts';

const summarise = (checks: boolean, world = tinyWorld): string => {
  const run = { runId: 'tiny', world, choices: tinyChoices(), periods: 9, stopOnDefault: false };
  return describeRunResult({ ...runWorld({ ...run, numbers: decimal, checks }), folder: 'reports/tiny/out' });
};

describe('the summary on the terminal (CLI-04)', () => {
  const text = summarise(true);

  it('tells what matured, what was traded, who made and who lost', () => {
    for (const line of [
      'Debts     3 liabilities matured, 1 defaulted',
      'payoff rate 98.29 %, default rate 1.71 %', // 172/175
      'Trades    2 trades, 1 to raise cash',
      'Losses    1.20 from defaults',
      'VBTs 1.20 (100.00 %)',
      'Files     reports/tiny/out',
    ]) {
      assert.ok(text.includes(line), `${line}\nis missing in\n${text}`);
    }
    assert.match(text, /^ {2}dealer:Short +16\.00 +1\.80 +11\.25 % +-0\.20 +2\.60 +0\.00 +0\.00 +-0\.60$/m);
    assert.match(text, /^ {2}Short +1 +1 +1 +1 +capacity 1$/m);
  });

  it('fits into 80 columns', () => {
    for (const line of text.split('\n')) assert.ok(line.length <= 80, line);
  });

  it('says plainly when nothing was verified (CHK-08)', () => {
    assert.match(summarise(false), /^Checks {4}OFF: nothing was verified$/m);
  });

  it('has no desks to tell of in the regime without large holders', () => {
    const tickets = tinyWorld.tickets.map((of) => ({ ...of, owner: of.creditor ?? of.owner }));
    assert.match(summarise(true, { ...tinyWorld, tickets, regime: 'baseline' }), /^Desks {5}none/m);
  });
});
