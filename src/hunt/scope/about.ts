/** What the small scopes hold, in words, and how many worlds; a test counts them. */

/** `full` runs for some minutes; `small`, with fewer amounts and tickets, for seconds. */
export const details = ['full', 'small'] as const;
export type Detail = (typeof details)[number];

interface About {
  readonly says: string;
  readonly full: number;
  readonly small: number;
}

export const about = {
  settlement: {
    says: 'one to three tickets, due on one day, of three traders, held by traders, a dealer and a VBT; one period',
    full: 116_289,
    small: 873,
  },
  rollover: {
    says: 'the same debts rolled over, at par and at a mid of 1.2, holders a tie short of the price; one period',
    full: 119_187,
    small: 126,
  },
  days: {
    says: 'one to three tickets among three traders, due on days 1 to 3, rolled over or not; three periods',
    full: 56_430,
    small: 162,
  },
  crossing: {
    says: 'one or two tickets of traders and desks, also desks of other buckets, crossing three buckets; three periods',
    full: 40_203,
    small: 1_080,
  },
  'crossing together': {
    says: 'up to three tickets that cross on one day to a dealer who can pay for some; one period',
    full: 192,
    small: 84,
  },
  trade: {
    says: 'one or two orders of a trader or a dealer; spreads 0, 0.3 and 12; cap, clip and guard at their ties',
    full: 49_899,
    small: 1_660,
  },
  arrival: {
    says: 'a debtor who may sell and a buyer, under every policy, at ties of shortfall, gap, buffer and price; one period',
    full: 10_152,
    small: 666,
  },
} as const satisfies Readonly<Record<string, About>>;
export type PartName = keyof typeof about;

const all = Object.entries(about);
export const sizeOf = (detail: Detail): number => all.reduce((sum, [, part]) => sum + part[detail], 0);

/** For whoever asks for help. */
export const scopeHelp = [
  `The scope "full" has ${String(sizeOf('full'))} worlds, "small" ${String(sizeOf('small'))}. In every part the three clearing rules stand wherever`,
  'somebody is paid who owes, and cash is 0, what a decision asks for, a unit of 10⁻¹⁸ and a tie of 10⁻⁹ to either',
  'side, and a unit beyond the tie. Traders, tickets and orders of tickets that nothing tells apart are not repeated.',
  ...all.map(([name, { says, full, small }]) => `  ${name} (${String(full)}; ${String(small)}): ${says}`),
].join('\n');
