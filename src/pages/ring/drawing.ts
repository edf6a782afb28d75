/** The ring on one day as a drawing: marks and arcs with their places, from a run's history alone. */
import { at } from '../../core/list.ts';
import { kindOf } from '../../run/metrics/accounts.ts';
import { amount, counted, fixed, partyName } from '../report/words.ts';
import type { Outcome, RingDay, RingHistory } from './history.ts';

export const SIZE = 720;
const CENTRE = SIZE / 2;
const RADIUS = 312;
const COLUMN = 118;
export const DESK = { width: 106, height: 58 } as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a trader does on the day; `failed` is a default of an earlier day. */
export type Mark = Outcome | 'failed' | 'quiet';

export interface TraderMark extends Point {
  readonly place: number;
  readonly id: string;
  readonly mark: Mark;
  readonly radius: number;
  /** Where its name stands, outside the circle, or null where there is no room. */
  readonly label: (Point & { readonly anchor: 'start' | 'middle' | 'end' }) | null;
  readonly says: string;
}

interface DeskMark extends Point {
  readonly place: number;
  readonly name: string;
  readonly tickets: number;
  readonly cash: string;
}

export const arcKinds = ['claim', 'owes', 'holds', 'paid', 'recovered', 'sells', 'buys'] as const;
export type ArcKind = (typeof arcKinds)[number];

interface Arc {
  readonly kind: ArcKind;
  /** Of an SVG path. */
  readonly path: string;
  readonly width: number;
  readonly isFaint: boolean;
}

interface Drawing {
  readonly traders: readonly TraderMark[];
  readonly desks: readonly DeskMark[];
  readonly arcs: readonly Arc[];
}

/** The drawing of a day. With a chosen trader its own arcs stand out. */
export function drawRing(history: RingHistory, place: number, chosen: number | null): Drawing {
  const today = at(history.days, place);
  const points = history.parties.map((_, party) => pointOf(history, party));
  const held = history.parties.map(() => 0);
  const owed = history.parties.map(() => 0);
  const arcs: Arc[] = [];
  const arc = (kind: ArcKind, from: number, to: number, count: number): void => {
    const touches = from === chosen || to === chosen;
    const path = curve(edge(history, points, from, to), edge(history, points, to, from));
    const width = Math.min(0.8 + Math.sqrt(count) * 0.7, 5);
    arcs.push({ kind, path, width, isFaint: chosen !== null && !touches });
  };
  for (let i = 0; i < today.claims.length; i += 3) {
    const [debtor = 0, holder = 0, count = 0] = today.claims.slice(i, i + 3);
    owed[debtor] = (owed[debtor] ?? 0) + count;
    held[holder] = (held[holder] ?? 0) + count;
    arc(debtor === chosen ? 'owes' : holder === chosen ? 'holds' : 'claim', debtor, holder, count);
  }
  for (const { debtor, outcome, to } of today.settled)
    for (const [holder, got] of to)
      if (got > 0) arc(outcome === 'paid' ? 'paid' : 'recovered', debtor, holder, 1);
  for (const { customer, desk, sells } of today.trades)
    arc(sells ? 'sells' : 'buys', ...(sells ? ([customer, desk] as const) : ([desk, customer] as const)), 1);
  // those that stand out are drawn last
  arcs.sort((a, b) => rank(a) - rank(b));
  const marks = marksOn(history, place);
  const radius = Math.max(3, Math.min(11, (Math.PI * RADIUS * 0.72) / history.traders));
  const traders = history.parties.slice(0, history.traders).map((id, party): TraderMark => {
    const mark = at(marks, party);
    const named = history.traders <= 40 || party === chosen || mark === 'first-round' || mark === 'induced';
    const cash = amount(at(today.cash, party));
    return {
      place: party,
      id,
      mark,
      radius,
      ...at(points, party),
      label: named ? labelOf(history, party) : null,
      says: `${id}: cash ${cash}, owes ${counted(at(owed, party), 'ticket')}, holds ${counted(at(held, party), 'ticket')}; ${wordsOf(today, party, mark)}`,
    };
  });
  const desks = history.parties.flatMap((id, party): DeskMark[] => {
    if (party < history.traders) return [];
    const name = partyName(id).replace('the ', '');
    const cash = fixed(at(today.cash, party), 0);
    return [{ place: party, name, tickets: at(held, party), cash, ...at(points, party) }];
  });
  return { traders, desks, arcs };
}

const rank = ({ kind, isFaint }: Arc): number => (isFaint ? 0 : 10) + arcKinds.indexOf(kind);

/** Traders on the circle from the top, clockwise; desks in the middle, dealers above their VBTs. */
function pointOf({ parties, traders, buckets }: RingHistory, party: number): Point {
  if (party < traders) return onCircle((party / traders) * 2 * Math.PI, RADIUS);
  const id = at(parties, party);
  const column = buckets.indexOf(id.slice(id.indexOf(':') + 1));
  const x = CENTRE + (column - (buckets.length - 1) / 2) * COLUMN;
  return { x, y: CENTRE + (kindOf(id) === 'dealer' ? -1 : 1) * (DESK.height * 0.58) };
}

const onCircle = (angle: number, radius: number): Point => ({
  x: round(CENTRE + radius * Math.sin(angle)),
  y: round(CENTRE - radius * Math.cos(angle)),
});

function labelOf({ traders }: RingHistory, party: number): TraderMark['label'] {
  const angle = (party / traders) * 2 * Math.PI;
  const point = onCircle(angle, RADIUS + 18);
  const side = Math.sin(angle);
  const anchor = Math.abs(side) < 0.25 ? 'middle' : side > 0 ? 'start' : 'end';
  return { ...point, y: round(point.y + 4), anchor };
}

/** Where an arc meets a party: a trader's place, or the border of a desk on the side of the other. */
function edge({ traders }: RingHistory, points: readonly Point[], party: number, other: number): Point {
  const own = at(points, party);
  if (party < traders) return own;
  const { x, y } = at(points, other);
  const [dx, dy] = [x - own.x, y - own.y];
  const reach = Math.min(DESK.width / 2 / Math.abs(dx), DESK.height / 2 / Math.abs(dy), 1);
  return { x: round(own.x + dx * reach), y: round(own.y + dy * reach) };
}

/** Bent towards the middle; the further apart two parties are, the less. */
function curve(from: Point, to: Point): string {
  const bend = (a: number, b: number): number => round((a + b) / 2 + (CENTRE - (a + b) / 2) * 0.35);
  return `M${String(from.x)} ${String(from.y)}Q${String(bend(from.x, to.x))} ${String(bend(from.y, to.y))} ${String(to.x)} ${String(to.y)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** By trader: what it does on the day, or what it did on an earlier one and stays. */
export function marksOn({ days, traders }: RingHistory, place: number): Mark[] {
  const marks = Array.from({ length: traders }, (): Mark => 'quiet');
  days.slice(0, place).forEach(({ settled }) => {
    for (const { debtor, outcome } of settled) if (outcome !== 'paid') marks[debtor] = 'failed';
  });
  for (const { debtor, outcome } of at(days, place).settled)
    if (outcome !== 'paid' || marks[debtor] === 'quiet') marks[debtor] = outcome;
  return marks;
}

function wordsOf({ settled, trades }: RingDay, party: number, mark: Mark): string {
  const own = settled.find(({ debtor }) => debtor === party);
  const traded = trades.filter(({ customer }) => customer === party);
  const [sold, bought] = [
    traded.filter(({ sells }) => sells).length,
    traded.filter(({ sells }) => !sells).length,
  ];
  const words = [
    ...(sold === 0 ? [] : [`sells ${counted(sold, 'ticket')}`]),
    ...(bought === 0 ? [] : [`buys ${counted(bought, 'ticket')}`]),
    ...(own === undefined
      ? []
      : [
          `${own.outcome === 'paid' ? 'pays' : `${own.outcome} default, pays`} ${amount(own.paid)} of ${amount(own.due)}`,
        ]),
    ...(own === undefined && mark === 'failed' ? ['defaulted earlier'] : []),
  ];
  return words.length === 0 ? 'does nothing today' : words.join(', ');
}
