/** When the ring's debts fall due. RING-05, RING-08. */
import { decimal } from '../num.ts';

/** k = round(μ·(T − 1)), half to even: how many days a trader is due after the one before it. RING-05. */
export const dayStep = (maturitySkew: string, maturityDays: number): number =>
  decimal
    .of(maturitySkew)
    .times(maturityDays - 1)
    .toDecimalPlaces(0)
    .toNumber();

/** The due day of each trader, in trader order: 1 + ((i·k − k) mod T), which is day 1 for all when k = 0. RING-05. */
export function dueDays(traders: number, maturitySkew: string, maturityDays: number): number[] {
  const k = dayStep(maturitySkew, maturityDays);
  // trader 0 is due k days before day 1, around the end of the calendar
  return Array.from({ length: traders }, (_, i) => 1 + ((i * k - k + maturityDays) % maturityDays));
}

/** Tickets due by day, earliest first. RING-08. */
export function ticketsDue(tickets: readonly { readonly maturity: number }[]): Record<number, number> {
  const calendar: Record<number, number> = {};
  for (const { maturity } of tickets) calendar[maturity] = (calendar[maturity] ?? 0) + 1;
  return calendar;
}

/** How much of the debt falls due after the last period, to be told before somebody wonders. LOOP-03. */
export function neverDue(
  periods: number,
  due: Readonly<Record<number, number>>,
  ticketSize: string,
): string[] {
  const faceAfter = (day: number): string =>
    decimal
      .of(ticketSize)
      .times(Object.entries(due).reduce((sum, [on, tickets]) => (Number(on) > day ? sum + tickets : sum), 0))
      .toFixed();
  const late = faceAfter(periods);
  if (late === '0') return [];
  const of = `${late} of ${faceAfter(0)} falls due later and never matures`;
  return [`periods ${String(periods)} end before the calendar does: ${of} (LOOP-03)`];
}
