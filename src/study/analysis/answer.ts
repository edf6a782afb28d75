/** The answer in words: why did the dealer make no difference here? ANA-04. */
import { counted, percent } from '../../counted.ts';
import { alignColumns, wrapped } from '../../run/columns.ts';
import type { Answer, ZeroEffectClass } from './format.ts';
import type { Strategy } from '../../run/metrics/repayments.ts';

/** What a class is called. */
export const wordsOf: Readonly<Record<ZeroEffectClass, string>> = {
  no_defaults_to_relieve: 'no defaults to relieve',
  dealer_not_used: 'dealer not used',
  defaulters_never_traded: 'defaulters never traded',
  dealer_emptied_or_full: 'dealer emptied or full',
  defaulters_traded_in_vain: 'defaulters traded in vain',
};

/** What it says of its pairs. */
const reasonOf: Readonly<Record<ZeroEffectClass, string>> = {
  no_defaults_to_relieve: 'nobody defaulted without a market either',
  dealer_not_used: 'no dealer traded, and no order had to pass one by',
  defaulters_never_traded: 'dealers were called on, but none of those who defaulted ever traded',
  dealer_emptied_or_full:
    'dealers had no ticket, room or cash left, or quoted behind their guard, and orders passed them by',
  defaulters_traded_in_vain:
    'those who defaulted traded, no order had to pass a dealer by, and the default rate is the same as without a market',
};

const strategyInWords: Readonly<Record<Strategy, string>> = {
  no_trade: 'never traded',
  hold_to_maturity: 'bought and held to maturity',
  sell_before: 'sold before maturity',
  round_trip: 'bought and sold again',
};

/** One paragraph: how the pairs came out, why some have no effect, what became of whose paper. */
export function inWords(answer: Omit<Answer, 'text'>): string {
  return [...outcome(answer), ...reasons(answer), ...traded(answer), ...gaps(answer)].join(' ');
}

function outcome(answer: Omit<Answer, 'text'>): string[] {
  const { lacks = [], pairs, compared, failed, lowered, raised, unchanged } = answer;
  if (lacks.length > 0) return [withoutEffect(lacks, pairs, failed)];
  if (compared === 0) return [`None of ${counted(pairs, 'pair')} could be compared: an arm of each failed.`];
  const without = failed > 0 ? ` (${String(failed)} more failed)` : '';
  return [
    `Of ${counted(compared, 'pair')}${without}, ${String(lowered)} had fewer defaults with a market than ` +
      `without, ${String(raised)} had more, and ${String(unchanged)} as many.`,
  ];
}

/** Where passive and active are not both there, no dealer can be asked why it made no difference. EXP-03. */
function withoutEffect(lacks: readonly string[], pairs: number, failed: number): string {
  const arms = lacks.length > 1 ? 'neither of the two arms' : `no arm ${lacks.join('')}`;
  const lost = failed > 0 ? ` In ${counted(failed, 'pair')} a run failed.` : '';
  return (
    `What dealers do to defaults is told by the arm passive less the arm active. The sweep has ${arms}, ` +
    `so none of its ${counted(pairs, 'pair')} is compared here.${lost}`
  );
}

function reasons({ classes, unchanged, not_classed: unknown }: Omit<Answer, 'text'>): string[] {
  if (unchanged === 0) return [];
  const told = classes
    .filter(({ pairs }) => pairs > 0)
    .map(({ class: name, pairs }) => `in ${String(pairs)} ${reasonOf[name]}`);
  if (unknown > 0) told.push(`in ${String(unknown)} it cannot be told, since files are missing`);
  return [`Why the dealer made no difference: ${told.join('; ')}.`];
}

function traded({ strategies }: Omit<Answer, 'text'>): string[] {
  const all = strategies.reduce((sum, { liabilities }) => sum + liabilities, 0);
  if (all === 0) return [];
  const told = strategies
    .filter(({ liabilities }) => liabilities > 0)
    .sort((a, b) => b.liabilities - a.liabilities)
    .map(
      ({ strategy, liabilities, default_rate: rate }) =>
        `${percent(liabilities, all)} ${strategyInWords[strategy]} (${percent(Number(rate))} of their face defaulted)`,
    );
  return [`Of ${counted(all, 'liability', 'liabilities')} that matured with a market: ${told.join(', ')}.`];
}

function gaps({ missing }: Omit<Answer, 'text'>): string[] {
  if (missing.length === 0) return [];
  return [
    `${counted(missing.length, 'file')} of single runs ${missing.length === 1 ? 'is' : 'are'} missing; what stands in the rest is counted.`,
  ];
}

/** For somebody at a terminal of 80 columns: the classes as a table, then the paragraph. CLI-04. */
export function describeAnswer(answer: Answer, folder: string): string {
  const { lacks = [], pairs, compared, failed, lowered, unchanged, raised } = answer;
  const { classes, not_classed: unknown, missing } = answer;
  const rows = [
    ...classes.map(({ words, pairs }) => [words, String(pairs)]),
    ...(unknown > 0 ? [['not known, files are missing', String(unknown)]] : []),
  ];
  return [
    ...(lacks.length > 0
      ? [
          `Pairs     ${String(pairs)}, ${String(failed)} failed; the sweep lacks the ${lacks.length > 1 ? 'arms' : 'arm'} ${lacks.join(' and ')}`,
        ]
      : [
          `Pairs     ${String(compared)} compared, ${String(failed)} failed`,
          `Effect    fewer defaults in ${String(lowered)}, the same in ${String(unchanged)}, more in ${String(raised)}`,
        ]),
    ...(unchanged > 0
      ? ['The same because of', ...alignColumns(rows, 1).map((line) => `          ${line}`)]
      : []),
    ...(missing.length > 0 ? [`Missing   ${counted(missing.length, 'file')} of single runs`] : []),
    `Files     ${folder}`,
    '',
    ...wrapped(answer.text),
    '',
  ].join('\n');
}
