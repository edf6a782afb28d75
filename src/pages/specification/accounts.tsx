/** @jsxRuntime automatic @jsxImportSource preact */
/** Balance sheets as T-accounts, entity by entity, with what changed since the picture before. */
import type { ShownFrame, ShownParty } from '../../protocol/shown.ts';
import { Ladder } from './ladder.tsx';
import { shownNumber, shownParty } from './words.ts';

interface Line {
  readonly what: string;
  readonly amount: string;
  readonly was: string | null;
}

/** Money to ten digits, enough for a picture. */
const money = (value: number): string => shownNumber(String(Number(value.toPrecision(12))));

/** Claims of a desk are worth what its equity has beyond its cash; those of a trader their face. */
function lines(party: ShownParty, ticketSize: string) {
  const isDesk = party.id.includes(':');
  const face = Number(ticketSize);
  const held = isDesk ? Number(party.equity) - Number(party.cash) : party.holds.length * face;
  return {
    cash: shownNumber(party.cash),
    claims: money(held),
    debts: money(party.owes.length * face),
    equity: shownNumber(party.equity),
    basis: isDesk ? 'at mid' : 'at face',
    holds: party.holds,
    owes: party.owes,
  };
}

/** The accounts, and the ladder of every dealer beside them. */
export function World({ frame, before }: { frame: ShownFrame; before: ShownFrame | null }) {
  return (
    <div class="accounts">
      {frame.parties.map((party) => (
        <Account
          key={party.id}
          party={party}
          before={before?.parties.find(({ id }) => id === party.id) ?? null}
          ticketSize={frame.ticketSize}
          isFirst={before === null}
        />
      ))}
      {frame.markets.map((market) => (
        <Ladder key={market.bucket} market={market} />
      ))}
    </div>
  );
}

interface AccountProps {
  readonly party: ShownParty;
  readonly before: ShownParty | null;
  readonly ticketSize: string;
  /** There is nothing to compare with. */
  readonly isFirst: boolean;
}

function Account({ party, before, ticketSize, isFirst }: AccountProps) {
  const now = lines(party, ticketSize);
  const then = before === null ? null : lines(before, ticketSize);
  const was = (member: 'cash' | 'claims' | 'debts' | 'equity'): string | null =>
    then === null || then[member] === now[member] ? null : then[member];
  const name = shownParty(party.id);
  const moved =
    !isFirst && (['cash', 'claims', 'debts', 'equity'] as const).some((member) => was(member) !== null);
  const came = then === null ? [] : now.holds.filter((ticket) => !then.holds.includes(ticket));
  const went = then === null ? [] : then.holds.filter((ticket) => !now.holds.includes(ticket));
  return (
    <table class={moved || came.length + went.length > 0 ? 'account moved' : 'account'} data-party={name}>
      <caption>
        {name} {moved ? <span class="note">changed</span> : null}
      </caption>
      <colgroup>
        <col />
        <col />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            Assets
          </th>
          <th scope="col" colSpan={2}>
            Liabilities, equity
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <Entry what="Cash" amount={now.cash} was={was('cash')} />
          <Entry what="Debts" amount={now.debts} was={was('debts')} />
        </tr>
        <tr>
          <Entry
            what={now.holds.length === 0 ? 'Claims' : `Claims ${now.basis}`}
            amount={now.claims}
            was={was('claims')}
          />
          <Entry what="Equity" amount={now.equity} was={was('equity')} />
        </tr>
        {now.holds.length + went.length === 0 ? null : (
          <tr>
            <td colSpan={4} class="tickets">
              {now.holds.map((ticket) =>
                came.includes(ticket) ? (
                  <ins key={ticket}>+{ticket}</ins>
                ) : (
                  <span key={ticket}>{ticket}</span>
                ),
              )}
              {went.map((ticket) => (
                <del key={ticket}>−{ticket}</del>
              ))}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Entry({ what, amount, was }: Line) {
  return (
    <>
      <th scope="row" class={was === null ? '' : 'changed'}>
        {what}
      </th>
      <td class={was === null ? 'number' : 'number changed'}>
        {was === null ? null : (
          <>
            <s>{was}</s> <span aria-hidden="true">→</span>{' '}
          </>
        )}
        <b>{amount}</b>
      </td>
    </>
  );
}
