/** The mode and the shares of a balanced run, with their defaults. BAL-02, BAL-03. */
import type { Balance, BalanceMode } from './scenario.ts';
import type { Parsed } from './schema.ts';

/** Shares of all claims, and the share on top of the ring's. BAL-02, BAL-03. */
const balanceShares = { vbt: '0.25', dealer: '0.125', bigEntity: '0.25' } as const;

/**
 * BAL-02, BAL-03. A share β without a mode means the additional one, whose only share it is; a share that the
 * mode does not use is dropped, unless the mode is yet to be set.
 */
export function fillBalance(given: Parsed['balance'], isOfAnyMode = false): Balance | null {
  if (given === null || given === undefined) return null;
  const {
    mode = impliedMode(given),
    vbt_share = balanceShares.vbt,
    dealer_share = balanceShares.dealer,
    big_entity_share = balanceShares.bigEntity,
  } = given;
  if (isOfAnyMode) return { mode, vbt_share, dealer_share, big_entity_share };
  return mode === 'additional' ? { mode, big_entity_share } : { mode, vbt_share, dealer_share };
}

type GivenBalance = NonNullable<Parsed['balance']>;

const impliedMode = ({ vbt_share, dealer_share, big_entity_share }: GivenBalance): BalanceMode =>
  big_entity_share !== undefined && (vbt_share ?? dealer_share) === undefined
    ? 'additional'
    : 'share_of_total';

/** Keys of a balance that are right and do nothing in its mode. */
export function unusedShares({ balance }: Parsed): string[] {
  const filled = fillBalance(balance);
  if (filled === null) return [];
  return Object.keys(balance ?? {})
    .filter((key) => key !== 'mode' && !Object.hasOwn(filled, key))
    .map((key) => `balance.${key} is not used by ${filled.mode}`);
}
