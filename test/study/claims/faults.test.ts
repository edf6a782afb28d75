/** Claim files that are refused: every fault at its line and column, with what is allowed. CLM-03. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../../../src/files/faults.ts';
import { parseSweep, usualSweep } from '../../../src/scenario/sweep.ts';
import { parseClaimFile } from '../../../src/study/claims/claim-file.ts';

const sweep = 'sweep: {kappas: [1, 2], seeds: 2}\n';

/** The third line has the experiment, the fourth its table or the statement. */
const given = 'Feature: f\n  Scenario: s\n    Given the experiment of "ring.yaml"\n';
const sound = 'market making lowers the default rate';
const statement = (text: string): string => `${given}    Then ${text}\n`;
const table = (...rows: readonly string[]): string =>
  `Feature: f\n  Scenario: s\n    Given an experiment with\n${rows.map((row) => `      |${row}|\n`).join('')}    Then ${sound}\n`;
const outline = (place: string, rows: string): string =>
  `${statement(sound)}  Scenario Outline: o\n    Given the experiment of "ring.yaml"\n    Then ${sound} at ring.kappa ${place}\n${rows}`;

/** `line:column found` of each fault, and words of what is allowed. */
const refused: readonly (readonly [what: string, text: string, ...faults: (readonly [string, string])[]])[] =
  [
    ['an empty file', '', ['1:1 a file without a scenario', 'Given an experiment']],
    ['text that is no Gherkin', 'hello\nthere', ["1:1 'hello'", 'Feature:'], ["2:1 'there'", 'Feature:']],
    ['no scenario', 'Feature: f\n', ['1:1 a file without a scenario', 'scenarios']],
    [
      'a scenario without steps',
      `${statement(sound)}  Scenario: t\n`,
      ['5:3 a scenario without an experiment', 'first of all'],
    ],
    [
      'Examples without rows',
      outline('<k>', '    Examples:\n      | k |\n'),
      ['8:5 Examples without a row', 'a row'],
    ],
    ['an outline without Examples', outline('<k>', ''), ['7:62 ring.kappa <k>', '1, 2']],
    [
      'a text below a statement',
      `${statement(sound)}      """\n      by a lot\n      """\n`,
      ['4:10 a text in quotation marks', 'without one'],
    ],
    ['a table below a statement', `${statement(sound)}      | a |\n`, ['4:10 a table', 'without a table']],
    ['a step with a star', statement(sound).replace('Then', '*'), ['4:7 this under When or *', 'Then']],
    ['an experiment by And', statement(sound).replace('Given', 'And'), ['3:9 this under When or *', 'Given']],
    [
      'two experiments',
      `${given}${statement(sound).slice(given.indexOf('    Given'))}`,
      ['4:11 another experiment', 'one'],
    ],
    ['three columns', table(' seeds | 2 | 3 '), ['4:9 3 columns', 'a key, and its values']],
    ['a key twice', table(' seeds | 2 ', ' seeds | 3 '), ['5:9 seeds again', 'each key once']],
    [
      'an unknown key and a word for a number',
      table(' ring.kapa | 1 ', ' seeds | ten '),
      ['4:9 the unknown key ring.kapa', 'ring.kappa'],
      ['5:17 ten', 'a whole number'],
    ],
    [
      'keys with the names of what every object has',
      table(' constructor | 1 ', ' __proto__ | 2 '),
      ['4:9 the unknown key constructor', 'a key of a scenario that holds one value'],
      ['5:9 the unknown key __proto__', 'names as keys'],
    ],
    [
      'settings that contradict each other',
      table(' ring.kappa | 1 ', ' ring.liquidity_ratio | 1 '),
      ['5:32 both kappas and liquidity_ratios', 'exactly one'],
    ],
    [
      'an effect of arms that the experiment lacks',
      table(' arms | active '),
      ['5:10 "market making" without the arm passive', 'arms of the experiment: active'],
    ],
    [
      'the same where both are missing',
      table(' arms | backstop '),
      ['5:10 "market making" without the arms passive and active', 'arms of the experiment: backstop'],
    ],
    [
      'days with inventory of an arm that the experiment lacks',
      table(' arms | passive, backstop ').replace(
        sound,
        'dealers hold inventory on at least half of the days',
      ),
      ['5:45 days with inventory without the arm active', 'arms of the experiment: passive, backstop'],
    ],
    [
      'an arm that the experiment lacks',
      table(' arms | passive ').replace(sound, 'the default rate in the active arm is at least 10 percent'),
      ['5:34 the arm "active"', 'arms of the experiment: passive'],
    ],
    [
      'a column of an arm that the experiment lacks',
      table(' arms | passive ').replace(sound, 'delta_active is at least 0.1'),
      ['5:10 the unknown column delta_active', 'a column of comparison.csv'],
    ],
    ['an unknown arm', table(' arms | passive, actve '), ['4:16 actve', 'backstop']],
    [
      'a share of more than all days',
      statement('dealers hold inventory on at least 150 % of the days'),
      ['4:45 150 %', 'from 0 to 100 percent'],
    ],
    [
      'a rate of more than all debts',
      statement('the default rate in the passive arm is at least 1000 percent'),
      ['4:58 1000 percent', 'from 0 to 100 percent'],
    ],
    [
      'a negative margin',
      statement('market making does not raise the unpaid debt by more than -5'),
      ['4:68 -5', 'not negative'],
    ],
    [
      'no change at all',
      statement('market making does not change the default rate by more than 0 points'),
      ['4:70 0 points', 'above 0'],
    ],
    [
      'an arm against itself',
      statement('the initial debt is the same in the passive arm and in the passive arm'),
      ['4:69 the arm passive against itself', 'two that differ'],
    ],
    [
      'an amount in another unit',
      statement(`${sound} by at least 5 traders`),
      ['4:60 5 traders', 'percentage points'],
    ],
    [
      'a change of a rate in percent, which could be of the rate itself',
      statement(`${sound} by at least 50 percent`),
      ['4:60 50 percent', 'in percentage points, as 50 percentage points'],
    ],
    [
      'a margin in percent',
      statement('market making does not raise the default rate by more than 2 %'),
      ['4:69 2 %', 'in percentage points, as 2 percentage points'],
    ],
    ...(
      [
        [
          'what no effect can be: below one end of a margin and above the other',
          'does not change',
          'market making does not change the default rate',
        ],
        ['two negations', 'does not raise', 'market making does not raise the default rate'],
        [
          'two negations of lowers',
          'does not lower',
          'market making does not lower the default rate at ring.kappa 1',
        ],
        [
          'what is the same at no point',
          'same',
          'the initial debt is the same in the passive arm and in the active arm',
        ],
        [
          'what is so in every run and at no point',
          'in every run',
          'the number of sales in the active arm is 0 in every run',
        ],
        ['a contrast that leaves no margin', 'more at', `${sound} more at ring.kappa 2 than at 1`],
        [
          'two arms without a margin',
          'arm against arm',
          'the unpaid debt is larger in the active arm than in the passive arm',
        ],
        [
          'a column without a margin',
          'column larger',
          'vbt_mid_final_short is larger at ring.kappa 1 than at 2',
        ],
      ] as const
    ).map(
      ([what, kind, words]) =>
        [
          what,
          statement(`${words} nowhere`),
          [`4:${String(11 + words.length)} nowhere after "${kind}"`, 'everywhere, of the opposite'],
        ] as const,
    ),
    [
      'no axis of rollover',
      statement(`${sound} more than without rollover`),
      ['4:58 the unknown axis', 'ring.kappa'],
    ],
    [
      'a column of names',
      statement('active_run_id is at least 1'),
      ['4:10 the unknown column', 'holds a figure'],
    ],
    [
      'trades where nobody trades',
      statement('the number of sales in the passive arm is at least 1'),
      ['4:10 "the number of sales" of the arm passive', 'active and backstop'],
    ],
  ];

for (const [what, text, ...faults] of refused)
  test(what, () => {
    const load = (file: string | null, overrides: Readonly<Record<string, string>>) =>
      file === null ? usualSweep(overrides) : parseSweep(sweep, file, overrides);
    try {
      parseClaimFile(text, 'claims.feature', load);
    } catch (error) {
      assert.ok(error instanceof Fault, String(error));
      assert.equal(error.faults.length, faults.length, error.message);
      for (const [i, [found, allowed]] of faults.entries()) {
        const fault = error.faults[i];
        const place = `${String(fault?.line)}:${String(fault?.column)} ${fault?.found ?? ''}`;
        assert.ok(place.startsWith(found), `${place}, not ${found}`);
        assert.ok(fault?.allowed.includes(allowed), `${fault?.allowed ?? ''}, without ${allowed}`);
      }
      return;
    }
    assert.fail('it was accepted');
  });
