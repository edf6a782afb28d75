/** A day of the ring in figures and in a sentence: what its picture says, for who reads. */
import { at } from '../../core/list.ts';
import { numbers, type Table } from '../table.tsx';
import { counted, fixed, listed } from '../report/words.ts';
import type { Outcome, RingDay, RingHistory } from './history.ts';

interface DayFigures {
  readonly day: number;
  readonly paid: number;
  readonly firstRound: number;
  readonly induced: number;
  readonly due: number;
  readonly received: number;
  readonly sold: number;
  readonly bought: number;
  readonly reissued: number;
  readonly open: number;
}

/** Debtors by what they did, money, trades and tickets. MET-13. */
export function figuresOf({ day, settled, trades, claims, reissued }: RingDay): DayFigures {
  const count = (outcome: Outcome): number => settled.filter((own) => own.outcome === outcome).length;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    day,
    paid: count('paid'),
    firstRound: count('first-round'),
    induced: count('induced'),
    due: sum(settled.map((own) => own.due)),
    received: sum(settled.map((own) => own.paid)),
    sold: trades.filter(({ sells }) => sells).length,
    bought: trades.filter(({ sells }) => !sells).length,
    reissued,
    open: sum(claims.filter((_, i) => i % 3 === 2)),
  };
}

/** Named one by one up to this many. */
const HANDFUL = 6;

export function daySays(history: RingHistory, place: number): string {
  const today = at(history.days, place);
  const { day, paid, firstRound, induced, due, received, sold, bought, open } = figuresOf(today);
  if (place === 0 && today.settled.length === 0)
    return `Day ${String(day)}, the opening: ${counted(history.traders, 'trader')} and ${counted(open, 'open ticket')}.`;
  const names = (outcome: Outcome): string => {
    const ids = today.settled
      .filter((own) => own.outcome === outcome)
      .map(({ debtor }) => at(history.parties, debtor));
    return ids.length > HANDFUL ? '' : ` (${listed(ids)})`;
  };
  const parts = [
    paid + firstRound + induced === 0
      ? 'nothing falls due'
      : `${counted(paid, 'trader pays', 'traders pay')} in full; ${fixed(received)} of ${fixed(due)} due is paid`,
    ...(firstRound === 0 ? [] : [`${counted(firstRound, 'first-round default')}${names('first-round')}`]),
    ...(induced === 0 ? [] : [`${counted(induced, 'induced default')}${names('induced')}`]),
    ...(sold === 0 ? [] : [`${counted(sold, 'ticket is', 'tickets are')} sold to desks`]),
    ...(bought === 0 ? [] : [`${counted(bought, 'ticket is', 'tickets are')} bought from desks`]),
  ];
  return `Day ${String(day)}: ${parts.join('; ')}.`;
}

export function daysTable({ days }: RingHistory): Table {
  return {
    columns: numbers(
      ...['day', 'pay in full', 'first-round defaults', 'induced defaults', 'due', 'paid'],
      ...['tickets sold', 'tickets bought', 'issued again', 'open tickets'],
    ),
    rows: days.map((today) => {
      const { day, due, received, ...rest } = figuresOf(today);
      const { paid, firstRound, induced, sold, bought, reissued, open } = rest;
      return [
        ...[day, paid, firstRound, induced].map(String),
        ...[fixed(due), fixed(received)],
        ...[sold, bought, reissued, open].map(String),
      ];
    }),
  };
}

/** The day that a reader sees first: the one with most defaults, or the first on which something is paid. */
export function firstShown({ days }: RingHistory): number {
  const defaults = days.map((today) => figuresOf(today)).map((own) => own.firstRound + own.induced);
  const most = Math.max(...defaults);
  const place = most > 0 ? defaults.indexOf(most) : days.findIndex(({ settled }) => settled.length > 0);
  return Math.max(place, 0);
}
