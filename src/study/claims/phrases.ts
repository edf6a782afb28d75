/**
 * The vocabulary of claim files: what the parser reads, docs/claims.md shows, and an unknown phrase is compared with.
 * `{…}` is a slot, `[…]` may be left out. The first phrase that fits is taken. CLM-01.
 */

export type PhraseKind =
  | 'file'
  | 'file with'
  | 'table'
  | 'more than without'
  | 'more at'
  | 'lowers'
  | 'raises'
  | 'does not raise'
  | 'does not lower'
  | 'does not change'
  | 'effect larger'
  | 'days'
  | 'same'
  | 'in every run'
  | 'arm against arm'
  | 'level larger'
  | 'level'
  | 'column larger'
  | 'column level';

export interface Phrase {
  readonly kind: PhraseKind;
  /** `experiment` stands after Given, `statement` after Then. */
  readonly role: 'experiment' | 'statement';
  readonly phrase: string;
  readonly example: string;
  readonly meaning: string;
  /** Whether "nowhere" may stand after it: it has one border, and what lies beyond that is the opposite. CLM-02. */
  readonly hasNowhere: boolean;
}

const withNowhere: readonly PhraseKind[] = ['lowers', 'raises', 'level', 'column level', 'days'];

const ofRole =
  (role: Phrase['role']) =>
  (kind: PhraseKind, phrase: string, example: string, meaning: string): Phrase => ({
    ...{ kind, role, phrase, example, meaning },
    hasNowhere: withNowhere.includes(kind),
  });
const [experiment, statement] = [ofRole('experiment'), ofRole('statement')];

export const phrases: readonly Phrase[] = [
  experiment(
    'file with',
    'the experiment of "{file}" with',
    'Given the experiment of "ring.yaml" with',
    'the sweep of a scenario file, its path from the claim file, with the keys of the table set',
  ),
  experiment(
    'file',
    'the experiment of "{file}"',
    'Given the experiment of "ring.yaml"',
    'the sweep of a scenario file, its path from the claim file',
  ),
  experiment(
    'table',
    'an experiment with',
    'Given an experiment with',
    'a balanced sweep with the keys of the table set, and defaults for the rest',
  ),
  statement(
    'more than without',
    '{effect} {lowers or raises} {metric} more than {without rollover}[{place}]',
    'Then market making lowers the default rate more than without rollover',
    'the effect is larger with rollover than without, or the other way round: a difference of two effects on the same seeds; rollover.enabled is an axis of the experiment',
  ),
  statement(
    'more at',
    '{effect} {lowers or raises} {metric} more at {axis} {value} than at {value}[{place}]',
    'Then market making lowers the default rate more at ring.kappa 4 than at 1',
    'the effect is larger at one value of an axis than at another: a difference of two effects on the same seeds',
  ),
  statement(
    'does not raise',
    '{effect} does not raise {metric}[ by more than {amount}][{place}]',
    'Then market making does not raise the default rate at ring.kappa 1',
    'it raises the metric by less than a margin: 0.5 percentage points unless the statement says one; other metrics than rates need one',
  ),
  statement(
    'does not lower',
    '{effect} does not lower {metric}[ by more than {amount}][{place}]',
    'Then market making does not lower the unpaid debt by more than 20',
    'the same for lowering',
  ),
  statement(
    'does not change',
    '{effect} does not change {metric}[ by more than {amount}][{place}]',
    'Then market making does not change the default rate by more than 2 percentage points',
    'it neither raises nor lowers the metric by the margin: both are tested, and both must hold',
  ),
  statement(
    'lowers',
    '{effect} lowers {metric}[ by at least {amount}][{place}]',
    'Then market making lowers the default rate by at least 5 percentage points at ring.kappa 2',
    'the first arm of the effect less the second one is above the amount, or above 0',
  ),
  statement(
    'raises',
    '{effect} raises {metric}[ by at least {amount}][{place}]',
    "Then the VBTs' outside money alone raises the default rate nowhere",
    'the second arm of the effect less the first one is above the amount, or above 0',
  ),
  statement(
    'effect larger',
    'the effect of {effect} on {metric} is {larger or smaller} at {axis} {value} than at {value}[{place}]',
    'Then the effect of market making on the default rate is larger at ring.kappa 4 than at 1',
    'as "more at", of the effect with its sign: how far the metric is lowered',
  ),
  statement(
    'days',
    'dealers hold inventory on {at least or at most} {share} of the days[{place}]',
    'Then dealers hold inventory on at least half of the days',
    'the mean share of days on which any dealer holds a ticket at the close, in the arm active; the share is half, a third, a quarter, two thirds, three quarters or a percentage',
  ),
  statement(
    'same',
    '{metric} is the same in the {arm} arm and in the {arm} arm[{place}]',
    'Then the initial debt is the same in the passive arm and in the active arm',
    'in every single pair; nothing is tested, one pair that differs contradicts it',
  ),
  statement(
    'in every run',
    '{metric} in the {arm} arm is {amount} in every run[{place}]',
    'Then the number of purchases in the active arm is 0 in every run',
    'in every single run; nothing is tested, one run that differs contradicts it',
  ),
  statement(
    'arm against arm',
    '{metric} is {larger or smaller} in the {arm} arm than in the {arm} arm[{place}]',
    'Then the number of sales is larger in the active arm than in the backstop arm',
    'the mean difference of two arms on the same seeds',
  ),
  statement(
    'level larger',
    '{metric} in the {arm} arm is {larger or smaller} at {axis} {value} than at {value}[{place}]',
    'Then the default rate in the passive arm is larger at ring.kappa 4 than at 1',
    'the mean of a metric at one value of an axis against another, on the same seeds',
  ),
  statement(
    'level',
    '{metric} in the {arm} arm is {at least or at most} {amount}[{place}]',
    'Then the default rate in the passive arm is at least 10 percent at ring.kappa 4',
    'the mean of a metric in one arm',
  ),
  statement(
    'column larger',
    '{column} is {larger or smaller} at {axis} {value} than at {value}[{place}]',
    'Then vbt_mid_final_short is larger at ring.kappa 1 than at 4',
    'the same for a column of comparison.csv, by its name',
  ),
  statement(
    'column level',
    '{column} is {at least or at most} {amount}[{place}]',
    'Then total_trades is at least 1 at ring.kappa 4',
    'the mean of a column of comparison.csv, by its name',
  ),
];

/** What fits into a slot. The values are looked up later, so that an unknown one is told as such. */
const slots: Readonly<Record<string, string>> = {
  file: '(?<file>[^"]+)',
  effect: '(?<effect>\\S.*?)',
  metric: '(?<metric>\\S.*?)',
  column: '(?<column>[a-z][\\w.]*)',
  amount: '(?<amount>-?\\d+(?:\\.\\d+)?(?: (?!at |in |everywhere|nowhere)[a-z%]+(?: points)?)?)',
  axis: '(?<axis>\\S+)',
  place: '(?<place>(?: at \\S+ \\S+(?: and \\S+ \\S+)*)?(?: everywhere| nowhere)?)',
  share: '(?<share>half|a third|two thirds|a quarter|three quarters|\\d+(?:\\.\\d+)? ?(?:%|percent))',
  'lowers or raises': '(?<verb>lowers|raises)',
  'larger or smaller': '(?<order>larger|smaller)',
  'at least or at most': '(?<bound>at least|at most)',
  'without rollover': '(?<rollover>with rollover|without rollover)',
};

/** Slots that a phrase may have twice: `value` and `value2`. */
const repeated: Readonly<Record<string, string>> = { value: '\\S+', arm: '\\w+' };

const compiled = phrases.map((phrase) => ({ phrase, pattern: patternOf(phrase.phrase) }));

function patternOf(phrase: string): RegExp {
  const seen = new Map<string, number>();
  const source = phrase.replace(/\[([^\]]*)\]/g, '(?:$1)?').replace(/\{([^}]+)\}/g, (_, slot: string) => {
    const again = repeated[slot];
    if (again === undefined) return slots[slot] ?? unknownSlot(slot);
    const time = (seen.get(slot) ?? 0) + 1;
    seen.set(slot, time);
    return `(?<${slot}${time === 1 ? '' : String(time)}>${again})`;
  });
  return new RegExp(`^${source}$`, 'd');
}

function unknownSlot(slot: string): never {
  throw new Error(`a phrase has the unknown slot ${slot}`);
}

/** A text as a phrase with its slots filled, and where each of them begins in it, from 0. */
export interface Matched {
  readonly phrase: Phrase;
  readonly slots: Readonly<Partial<Record<string, string>>>;
  readonly starts: Readonly<Partial<Record<string, number>>>;
}

/** The first phrase that a text is; null where it is none. */
export function matchPhrase(text: string): Matched | null {
  for (const { phrase, pattern } of compiled) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const starts = Object.fromEntries(
      Object.entries(found.indices?.groups ?? {}).flatMap(([slot, span]) =>
        // a slot that was left out has no place, whatever the types say
        (span as [number, number] | undefined) === undefined ? [] : [[slot, span[0]]],
      ),
    );
    return { phrase, slots: found.groups ?? {}, starts };
  }
  return null;
}
