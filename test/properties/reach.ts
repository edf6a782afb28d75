/** What random play must have come by at least once, or its properties say nothing about it. */
import type { PeriodAnswer, StateAnswer, TradeAnswer } from '../../src/protocol/protocol.ts';
import type { Exchange } from '../../src/protocol/exchange.ts';

const wanted = [
  'pass-through: guard',
  'pass-through: capacity',
  'pass-through: cash',
  'pass-through: inventory',
  'pass-through: issuer',
  'interior SELL',
  'interior BUY',
  'refusal: cash',
  'refusal: no_eligible_ticket',
  'refusal: no_ticket',
  'refusal: price',
  'default of a claim first written in short',
  'default of a claim first written in mid',
  'default of a claim first written in long',
  'default borne by dealer:short',
  'default borne by dealer:mid',
  'default borne by dealer:long',
  'default borne by vbt:short',
  'default borne by a trader',
  'rebucketing short of cash',
  'rollover declined',
  'rollover placed with a dealer',
  'rollover placed with a VBT',
  'anchors moved',
  'order flow fell back on the other side',
] as const;
type Place = (typeof wanted)[number];

export class Reach {
  readonly counts = new Map<Place, number>(wanted.map((place) => [place, 0]));

  #visit(place: string): void {
    const known = wanted.find((name) => name === place);
    if (known !== undefined) this.counts.set(known, (this.counts.get(known) ?? 0) + 1);
  }

  /** Notes what an exchange came by; `before` is the state that it met. */
  note({ op, answer }: Exchange, before: StateAnswer): void {
    if ('refused' in answer) return;
    const steps = (op === 'period' ? answer : { [op]: answer }) as Partial<PeriodAnswer>;
    if (op === 'sell' || op === 'buy') this.#noteTrade(answer as TradeAnswer);
    for (const arrival of steps.orderFlow?.arrivals ?? []) {
      this.#noteTrade(arrival.trade);
      if (arrival.fallback) this.#visit('order flow fell back on the other side');
    }
    for (const { seller, buyer } of steps.advance?.rebucketed ?? []) {
      if (seller.startsWith('dealer:') && buyer.startsWith('vbt:')) this.#visit('rebucketing short of cash');
    }
    const due = op === 'period' ? before.time + 1 : before.time;
    for (const { issuer, recovery, payouts } of steps.settle?.issuers ?? []) {
      if (Number(recovery) < 1) this.#noteDefault(before, issuer, due, payouts);
    }
    for (const { placed } of steps.rollover?.issued ?? []) {
      if (placed !== undefined)
        this.#visit(`rollover placed with a ${placed.buyer.startsWith('vbt') ? 'VBT' : 'dealer'}`);
    }
    if ((steps.rollover?.declined ?? []).length > 0) this.#visit('rollover declined');
    if (steps.updateAnchors?.buckets.some((b) => Number(b.lossRate) > 0) === true)
      this.#visit('anchors moved');
  }

  #noteTrade({ executed, side, route, reason, routedBecause }: TradeAnswer): void {
    if (!executed) this.#visit(`refusal: ${String(reason)}`);
    else if (route === 'interior') this.#visit(`interior ${side}`);
    else this.#visit(`pass-through: ${String(routedBecause)}`);
  }

  #noteDefault(
    before: StateAnswer,
    issuer: string,
    day: number,
    payouts: readonly { holder: string }[],
  ): void {
    for (const { holder } of payouts)
      this.#visit(`default borne by ${holder.includes(':') ? holder : 'a trader'}`);
    for (const { issuer: debtor, maturity, distance = 1 } of before.tickets) {
      if (debtor !== issuer || maturity !== day) continue;
      const bucket = before.buckets.find(({ to }) => to === null || distance <= to);
      this.#visit(`default of a claim first written in ${bucket?.id ?? ''}`);
    }
  }

  /** What was never come by. */
  get missed(): string[] {
    return [...this.counts].filter(([, count]) => count === 0).map(([place]) => place);
  }
}
