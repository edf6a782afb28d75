/** A divergence that amounts compared as features compare them do not show: the cash is told to the last unit. */
import { Decimal } from 'decimal.js';
import type { StateAnswer } from '../protocol/protocol.ts';
import type { Divergence } from './compare.ts';
import { partyName, table, type Step } from './gherkin.ts';

/** As near as this two amounts are the same to a feature. */
const FEATURES = 1e-10;

const isNumber = (value: unknown): value is string => typeof value === 'string' && /^-?\d/.test(value);

/** Whether the two diverge in units of money only. SET-05, CHK-09R. */
export function isFine({ op, right, differences, identity }: Divergence): boolean {
  if ('refused' in right || op === 'quotes' || op === 'kernel') return false;
  if (identity !== null) return identity.startsWith('SET-05');
  return (
    differences.length > 0 &&
    differences.every(
      ({ right: one, found: other }) =>
        isNumber(one) && isNumber(other) && new Decimal(one).minus(other).abs().lte(FEATURES),
    )
  );
}

/** The cash of everybody for whom it has changed. */
export function sayCash({ before, after }: Divergence): Step {
  const was = new Map(cashOf(before));
  const moved = cashOf(after).filter(([name, cash]) => was.get(name) !== cash);
  const rows = moved.map(([name, cash]) => ({ entity: partyName(name), cash }));
  return {
    keyword: 'Then',
    text: 'the cash of these is, to the last unit',
    table: table(rows, ['entity', 'cash']),
  };
}

const cashOf = ({ traders, dealers, vbts }: StateAnswer): (readonly [name: string, cash: string])[] => [
  ...traders.map(({ id, cash }) => [id, cash] as const),
  ...Object.entries(dealers).map(([bucket, { cash }]) => [`dealer:${bucket}`, cash] as const),
  ...Object.entries(vbts).map(([bucket, { cash }]) => [`vbt:${bucket}`, cash] as const),
];
