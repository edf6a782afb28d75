/** Amounts where something is decided, in units of 10⁻¹⁸: what is asked for, and what lies beside it. */

const PLACES = 18;
export const ONE = 10n ** BigInt(PLACES);
/** The smallest unit of money. CHK-09R. */
export const UNIT = 1n;
/** As far as this two amounts are a tie. KER-04R. */
export const TIE = ONE / 10n ** 9n;

/** As the protocol writes it. */
export function written(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(PLACES + 1, '0');
  const text = `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`.replace(/\.?0+$/, '');
  return units < 0n ? `-${text}` : text;
}

/** How closely a decision is looked at: the steps beside what it asks for. */
export type Steps = readonly bigint[];

/** Out of the tie by a unit, at its border, a unit below; the amount itself; a unit above. */
export const below: Steps = [-TIE - UNIT, -TIE, -UNIT, 0n, UNIT];
/** The same without what is more than enough. */
export const upTo: Steps = [-TIE - UNIT, -TIE, -UNIT, 0n];
/** Both sides of what has to be exceeded. */
export const around: Steps = [-TIE - UNIT, -TIE, -UNIT, 0n, UNIT, TIE, TIE + UNIT];
/** The border of the tie and the amount itself. */
export const coarse: Steps = [-TIE, 0n];

/** Nothing, and the steps beside each amount, without what is negative or stands there already. */
export const near = (amounts: readonly bigint[], steps: Steps): bigint[] => [
  ...new Set([0n, ...amounts.flatMap((amount) => steps.map((step) => amount + step))].filter((a) => a >= 0n)),
];
