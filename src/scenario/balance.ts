/** Balanced large holders: debts to them on top of the ring's, and cash to match. BAL-02 … BAL-05. */
import { at } from '../core/list.ts';
import { deskId } from '../core/equity.ts';
import { bucketOf } from '../core/tickets.ts';
import type { WorldBucket, WorldDesk, WorldTicket } from '../core/world.ts';
import { decimal, wholeParts } from '../num.ts';
import { ignoredTarget, worthAtMid, type Allocation } from './allocation.ts';
import { tradersShare } from './cash.ts';
import { inProportion } from './debts.ts';
import type { Balance, Scenario } from './scenario.ts';

type DeskKind = 'vbt' | 'dealer';

/** In the order of issue; P7v is what the issuer of P7 owes to the VBT. */
const suffixes: Readonly<Record<DeskKind, string>> = { vbt: 'v', dealer: 'd' };
const kinds: readonly DeskKind[] = ['vbt', 'dealer'];

/**
 * The ring's own tickets as they are, and after them what its issuers owe to the large holders of their bucket:
 * liabilities of their own, by trader, due on the day of the issuer's debt in the ring. BAL-02, BAL-03, BAL-05.
 */
export function addLargeHolders(
  scenario: Scenario,
  balance: Balance,
  buckets: readonly WorldBucket[],
  ring: readonly WorldTicket[],
): Allocation {
  const tickets = [...ring];
  const dealers: Record<string, WorldDesk> = {};
  const vbts: Record<string, WorldDesk> = {};
  const issuers = ringDebts(buckets, ring);
  buckets.forEach((bucket, place) => {
    const own = issuers.filter((issuer) => issuer.bucket === place);
    const debts = own.map(({ count }) => count);
    const total = debts.reduce((a, b) => a + b, 0);
    const held = additionalTickets(balance, total);
    for (const kind of kinds) {
      const shares = inProportion(held[kind], debts);
      own.forEach((issuer, i) => (issuer.owes[kind] = at(shares, i)));
    }
    dealers[bucket.id] = { cash: worthAtMid(bucket, held.dealer) };
    vbts[bucket.id] = { cash: worthAtMid(bucket, held.vbt) };
  });
  for (const { debt, bucket, owes } of issuers) {
    for (const kind of kinds) {
      const owner = deskId(kind, at(buckets, bucket).id);
      const { issuer, maturity } = debt;
      const liability = `${debt.liability}${suffixes[kind]}`;
      for (let n = 0; n < owes[kind]; n++) {
        const serial = tickets.length + 1;
        tickets.push({ id: `k${String(serial)}`, serial, liability, issuer, owner, maturity });
      }
    }
  }
  return { tickets, dealers, vbts, notes: ignoredTarget(scenario) };
}

/**
 * How many tickets a bucket's large holders have, with N of the ring's: ⌊N·0.25/0.625⌋ and ⌊N·0.125/0.625⌋, so
 * that the ring's make up the rest of all claims; or ⌊β·N⌋, the dealer's. BAL-02, BAL-03.
 */
export function additionalTickets(balance: Balance, ringTickets: number): Record<DeskKind, number> {
  if (balance.mode === 'additional') {
    const beta = decimal.of(balance.big_entity_share);
    return { vbt: 0, dealer: wholeParts(beta.times(ringTickets), decimal.of(1)) };
  }
  const rest = tradersShare(balance);
  const part = (share: string): number => wholeParts(decimal.of(share).times(ringTickets), rest);
  return { vbt: part(balance.vbt_share), dealer: part(balance.dealer_share) };
}

interface Issuer {
  /** A ticket of its debt in the ring. */
  readonly debt: WorldTicket;
  readonly bucket: number;
  count: number;
  readonly owes: Record<DeskKind, number>;
}

/** Each issuer's tickets in the ring, in trader order: one debt, one day, one bucket each. */
function ringDebts(buckets: readonly WorldBucket[], ring: readonly WorldTicket[]): Issuer[] {
  const issuers = new Map<string, Issuer>();
  for (const debt of ring) {
    const known = issuers.get(debt.issuer);
    if (known !== undefined) known.count++;
    else {
      const bucket = bucketOf(buckets, debt.maturity);
      issuers.set(debt.issuer, { debt, bucket, count: 1, owes: { vbt: 0, dealer: 0 } });
    }
  }
  return [...issuers.values()];
}
