/** Balance sheets, entity by entity: what a table does not list did not change. */
import type { DataTable } from '@cucumber/cucumber';
import { isDeepStrictEqual } from 'node:util';
import type { Difference } from '../src/protocol/disagreement.ts';
import type { StateAnswer } from '../src/protocol/protocol.ts';
import { near, addUp } from './amounts.ts';
import { differ, rows, showTable, type Columns } from './tables.ts';
import { partyId } from './vocabulary.ts';

export interface Sheet {
  readonly cash: string;
  readonly tickets: readonly string[];
}

const sheetColumns: Columns<Sheet> = {
  cash: ['amount', (sheet) => sheet.cash],
  tickets: ['list', (sheet) => sheet.tickets],
};

/** Cash and ticket ids of every party, by its id. */
export function sheets(state: StateAnswer): Map<string, Sheet> {
  const cash = new Map<string, string>(state.traders.map((trader) => [trader.id, trader.cash]));
  for (const [bucket, desk] of Object.entries(state.dealers)) cash.set(`dealer:${bucket}`, desk.cash);
  for (const [bucket, desk] of Object.entries(state.vbts)) cash.set(`vbt:${bucket}`, desk.cash);
  const found = new Map([...cash].map(([id, amount]) => [id, { cash: amount, tickets: [] as string[] }]));
  // a ticket of nobody in the world is reported after the scenario
  for (const { id, owner } of state.tickets) found.get(owner)?.tickets.push(id);
  return found;
}

/** Compares the listed entities with the table and every other one with what it was. */
export function compareSheets(
  table: DataTable | null,
  before: StateAnswer | null,
  now: StateAnswer,
): Difference[] {
  if (before === null) throw new Error('there is no world to compare with');
  const found = sheets(now);
  const listed = new Set<string>();
  const differences: Difference[] = [];
  const wanted = table === null ? [] : rows(table, ['entity', 'cash', 'tickets']);
  if (table !== null) {
    const named = wanted.map(({ entity = '' }) => {
      const sheet = found.get(partyId(entity));
      return sheet && { entity: partyId(entity), ...sheet };
    });
    showTable(wanted, { entity: ['party', ({ entity }) => entity], ...sheetColumns }, named);
  }
  for (const { entity = '', ...row } of wanted) {
    const id = partyId(entity);
    listed.add(id);
    const sheet = found.get(id);
    if (sheet === undefined)
      differences.push({ about: entity, expected: 'a balance sheet', found: 'nobody' });
    else
      differences.push(
        ...differ(row, sheetColumns, sheet).map((one) => ({ ...one, about: `${entity}: ${one.about}` })),
      );
  }
  for (const [id, was] of sheets(before)) {
    const is = found.get(id);
    if (listed.has(id) || (is !== undefined && sameSheet(was, is))) continue;
    differences.push({
      about: `${id}, which is not listed`,
      expected: `what it had, ${sheetText(was)}`,
      found: is === undefined ? 'nobody' : sheetText(is),
    });
  }
  return differences;
}

const sheetText = ({ cash, tickets }: Sheet): string => `${cash} and [${tickets.join(' ')}]`;

export const sameSheet = (was: Sheet, is: Sheet): boolean =>
  near(addUp([was.cash]), is.cash) && isDeepStrictEqual([...was.tickets].sort(), [...is.tickets].sort());

/** What a world holds the moment it is opened is what it was given, with nothing left of an earlier one. */
export function compareOpened(world: Record<string, unknown>, state: StateAnswer): Difference[] {
  const given = world as {
    traders: readonly { id: string; cash: string }[];
    tickets: readonly { id: string; owner: string }[];
    dealers?: Readonly<Record<string, { cash: string }>>;
    vbts?: Readonly<Record<string, { cash: string }>>;
  };
  const desks = Object.entries({ dealer: given.dealers ?? {}, vbt: given.vbts ?? {} }).flatMap(
    ([kind, all]) => Object.entries(all).map(([bucket, { cash }]) => [`${kind}:${bucket}`, cash] as const),
  );
  const cash = new Map([...given.traders.map((trader) => [trader.id, trader.cash] as const), ...desks]);
  const differences: Difference[] = [];
  const differs = (about: string, expected: string, found: string): void =>
    void differences.push({ about: `just opened, ${about}`, expected, found });
  for (const [id, { cash: found }] of sheets(state)) {
    const isDesk = id.includes(':');
    const wanted = cash.get(id) ?? (isDesk ? '0' : undefined);
    if (wanted === undefined) differs(id, 'nobody, for the world does not name it', `it has cash ${found}`);
    else if (!near(addUp([wanted]), found)) differs(`cash of ${id}`, wanted, found);
    cash.delete(id);
  }
  const owners = new Map(given.tickets.map(({ id, owner }) => [id, owner]));
  for (const { id, owner } of state.tickets) {
    const wanted = owners.get(id);
    if (wanted === undefined)
      differs(`ticket ${id}`, 'no such ticket, for the world does not name it', `${owner} holds it`);
    else if (wanted !== owner) differs(`owner of ${id}`, wanted, owner);
    owners.delete(id);
  }
  for (const id of [...cash.keys(), ...owners.keys()]) differs(id, 'it, as the world names it', 'nothing');
  return differences;
}
