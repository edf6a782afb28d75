/** A log taken to pieces, so that its order, and how much one event tells of, make no difference. */
import type { Plain } from './difference.ts';

/** Enough to tell amounts apart; a part of a sum may be rounded. */
const DIGITS = 8;
const share = (amount: unknown, parts: number): string | null =>
  amount === null ? null : String(Number((Number(amount) / parts).toPrecision(DIGITS)));

interface Payout {
  readonly holder: string;
}

function piecesOf(event: Plain): object[] {
  const { kind, tickets } = event;
  if (kind === 'TradeExecuted') return [{ ...event, tradeIndex: 0 }];
  if (kind === 'PayableSettled' || kind === 'PayableDefaulted') {
    // a mutant may leave them out
    if (!Array.isArray(event['payouts'])) return [event];
    const payouts = [...(event['payouts'] as Payout[])].sort((a, b) => (a.holder < b.holder ? -1 : 1));
    return [{ ...event, payouts }];
  }
  if ((kind !== 'TicketRebucketed' && kind !== 'PayableRolledOver') || !Array.isArray(tickets))
    return [event];
  return (tickets as unknown[]).map((ticket) => ({
    ...event,
    tickets: ticket,
    price: share(event['price'], tickets.length),
    amount: share(event['amount'] ?? null, tickets.length),
  }));
}

/** Whether two logs tell the same, in whatever order. */
export function tellTheSame(a: readonly Plain[], b: readonly Plain[]): boolean {
  const pieces = (log: readonly Plain[]): string =>
    log
      .flatMap(piecesOf)
      .map((piece) => JSON.stringify(piece))
      .sort()
      .join('\n');
  return pieces(a) === pieces(b);
}
