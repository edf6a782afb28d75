/** Order flow by policy: who may come when cash, a shortfall, a gap or the buffer is met by a tie. */
import type { ScriptEntry } from '../../protocol/protocol.ts';
import { clearingRules, issuePrices, policyKinds } from '../../core/state.ts';
import type { Draft, DraftTicket } from '../trial.ts';
import { around, below, coarse, near, ONE, written } from './amounts.ts';
import { mapped, oneOf, product, union } from './enumeration.ts';
import { period, type Part } from './part.ts';

interface Case {
  readonly kind: (typeof policyKinds)[number];
  readonly horizon: number;
  readonly clearing: string;
  readonly rollover: 'off' | (typeof issuePrices)[number];
  /** Days of what H1 owes to H3, and of what H2 owes to H1. */
  readonly debt: number;
  readonly claim: number;
  readonly debtor: string;
  readonly buyer: string;
  readonly dealer: string;
  readonly script: readonly ScriptEntry[];
}

/** H1 may sell, H2 may buy; one market, with a ticket of H3 on the shelf. */
function world({ kind, horizon, clearing, rollover, debt, claim, debtor, buyer, dealer }: Case): Draft {
  const ticket = (
    id: string,
    issuer: string,
    owner: string,
    maturity: number,
    serial: number,
  ): DraftTicket => ({
    ...{ id, liability: `P-${id}`, issuer, owner, maturity, serial },
  });
  return {
    rulings: { clearing },
    buckets: [{ id: 'short', from: 1, to: null, outsideMid: '1.2', outsideSpread: '0.2' }],
    dealers: { short: { cash: dealer } },
    traders: [
      { id: 'H1', cash: debtor },
      { id: 'H2', cash: buyer },
      { id: 'H3', cash: '0' },
    ],
    tickets: [
      ticket('k1', 'H1', 'H3', debt, 1),
      ticket('k2', 'H2', 'H1', claim, 2),
      ticket('k3', 'H3', 'vbt:short', 3, 3),
    ],
    policy: { kind, horizon, cashBuffer: '1', maxArrivals: 3 },
    rollover: rollover === 'off' ? { enabled: false } : { enabled: true, issuePrice: rollover },
  };
}

const sale: ScriptEntry = { z: 1, agent: 'H1' };
const purchase: ScriptEntry = { z: 0, agent: 'H2' };

/** The outside ask and the buffer. */
const BUFFER = ONE;
const OUTSIDE_ASK = (ONE * 13n) / 10n;

const arrival: Part = {
  name: 'arrival',
  trials: (detail) => {
    const full = detail === 'full';
    const amounts = (of: readonly bigint[], steps: readonly bigint[]) =>
      oneOf(near(of, full ? steps : coarse).map(written));
    const common = {
      horizon: oneOf(full ? [1, 2] : [1]),
      clearing: oneOf(clearingRules),
      rollover: oneOf(full ? (['off', ...issuePrices] as const) : (['off'] as const)),
      debt: oneOf([1, 2]),
      claim: oneOf([1, 2, 3]),
      dealer: oneOf(['2']),
    };
    const sales = product<Case>({
      ...common,
      kind: oneOf(policyKinds),
      debtor: amounts([ONE], around),
      buyer: oneOf(['0']),
      script: oneOf([[], [sale], [sale, sale]]),
    });
    const purchases = product<Case>({
      ...common,
      kind: oneOf(['liquidity_and_investment'] as const),
      debtor: oneOf(['0']),
      buyer: amounts([BUFFER, OUTSIDE_ASK], below),
      script: oneOf([[purchase], [sale, purchase]]),
    });
    return mapped(union([sales, purchases]), (one) => ({
      world: world(one),
      requests: [period(one.script)],
    }));
  },
};

export const arrivals: readonly Part[] = [arrival];
