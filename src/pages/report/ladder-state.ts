/** The state of a ladder as it stands in the address of its page: `#S=20&M=15&O=4&a=40&C=600&g=0.4&clip=1&cap=0`. */
import type { Scenario } from '../../scenario/scenario.ts';

/** Money per ticket; `tickets` a count, `cash` money. The inputs of the kernel. KER-15. */
export interface LadderState {
  readonly ticketSize: number;
  readonly outsideMid: number;
  readonly outsideSpread: number;
  readonly tickets: number;
  readonly cash: number;
  readonly guardThreshold: number;
  readonly clipOutsideBid: boolean;
  readonly capQuotesAtPar: boolean;
}

const keys = {
  S: 'ticketSize',
  M: 'outsideMid',
  O: 'outsideSpread',
  a: 'tickets',
  C: 'cash',
  g: 'guardThreshold',
} as const;
const switches = { clip: 'clipOutsideBid', cap: 'capQuotesAtPar' } as const;

/** Example 4 of the source, at its start. */
const usualLadder: LadderState = {
  ticketSize: 1,
  outsideMid: 1,
  outsideSpread: 0.3,
  tickets: 2,
  cash: 2,
  guardThreshold: 0.02,
  clipOutsideBid: true,
  capQuotesAtPar: false,
};

export function addressOf(state: LadderState): string {
  const query = new URLSearchParams();
  for (const [key, name] of Object.entries(keys)) query.set(key, String(Number(state[name].toPrecision(12))));
  for (const [key, name] of Object.entries(switches)) query.set(key, state[name] ? '1' : '0');
  return `#${query.toString()}`;
}

/** What an address says; the usual ladder for what it leaves out or says wrongly. */
export function readAddress(fragment: string): LadderState {
  const query = new URLSearchParams(fragment.replace(/^#/, ''));
  const number = (key: keyof typeof keys): number => {
    const text = query.get(key);
    const value = Number(text);
    return text === null || text === '' || !Number.isFinite(value) ? usualLadder[keys[key]] : value;
  };
  const flag = (key: keyof typeof switches): boolean =>
    query.has(key) ? query.get(key) === '1' : usualLadder[switches[key]];
  return {
    ticketSize: Math.max(number('S'), 1e-6),
    outsideMid: Math.max(number('M'), 1e-6),
    outsideSpread: Math.max(number('O'), 0),
    tickets: Math.max(0, Math.round(number('a'))),
    cash: Math.max(0, number('C')),
    guardThreshold: Math.max(0, number('g')),
    clipOutsideBid: flag('clip'),
    capQuotesAtPar: flag('cap'),
  };
}

/** A dealer of a run on its ladder. The guard's threshold is per unit of face in a scenario. MOD-13R. */
export function ladderStateOf(
  { ticket_size_S: size, guard, rulings }: Scenario,
  at: Pick<LadderState, 'outsideMid' | 'outsideSpread' | 'tickets' | 'cash'>,
): LadderState {
  const ticketSize = Number(size);
  return {
    ...at,
    ticketSize,
    guardThreshold: Number(guard.Mmin) * ticketSize,
    clipOutsideBid: guard.clip_nonneg_B,
    capQuotesAtPar: rulings.cap_quotes_at_par,
  };
}
