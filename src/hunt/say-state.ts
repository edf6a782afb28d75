/** A state that differs, as a Then step. */
import type { StateAnswer } from '../protocol/protocol.ts';
import type { Divergence } from './compare.ts';
import { amount, bucketName, partyName, table, type Step } from './gherkin.ts';
import { membersOf, then, word, yes } from './say-step.ts';

/** What of the world differs: balance sheets first of all; failing that the orders, where the last request was one. */
export function sayState({ differences, opening, after }: Divergence, orders: Step | null): Step[] {
  const has = (member: string): boolean => differences.some(({ path }) => path.includes(member));
  const wholesale = differences.some(({ path }) => path.length < 3);
  if (has('cash') || has('owner') || wholesale) return [saySheets(opening, after)];
  const named = (member: string): string[] => [
    ...new Set(differences.filter(({ path }) => path[0] === member).map(({ path }) => String(path[1]))),
  ];
  if (named('traders').length > 0) return [sayTraders(after, named('traders'), membersOf(differences))];
  if (named('tickets').length > 0) return [sayPaper(after, named('tickets'), membersOf(differences))];
  const [bucket] = named('buckets');
  if (bucket !== undefined) {
    const anchors = after.buckets.find(({ id }) => id === bucket);
    if (anchors === undefined) throw new Error(`there is no bucket ${bucket}`);
    const row = { M: amount(anchors.outsideMid), O: amount(anchors.outsideSpread) };
    return [then(`the ${bucketName(bucket)} dealer quotes`, table([row]))];
  }
  const desks = ['dealers', 'vbts'].flatMap((side) =>
    named(side).map((id) => `${side === 'vbts' ? 'vbt' : 'dealer'}:${id}`),
  );
  if (desks.length > 0) return [sayDesks(after, desks)];
  return [orders ?? then(`the date is now ${String(after.time)}`)];
}

interface Sheet {
  readonly cash: string;
  readonly tickets: string;
}

function sheets({ dealers, vbts, traders, tickets, buckets }: StateAnswer): Map<string, Sheet> {
  const cash = new Map<string, string>();
  for (const { id } of buckets) {
    for (const [kind, desk] of [
      ['dealer', dealers[id]],
      ['vbt', vbts[id]],
    ] as const)
      if (desk !== undefined) cash.set(`${kind}:${id}`, desk.cash);
  }
  for (const trader of traders) cash.set(trader.id, trader.cash);
  const held = (owner: string): string =>
    tickets
      .filter((ticket) => ticket.owner === owner)
      .map(({ id }) => id)
      .sort()
      .join(' ');
  return new Map([...cash].map(([id, own]) => [id, { cash: own, tickets: held(id) }]));
}

/** Whoever has something else than at the opening; nobody else changed, which the phrase checks. */
function saySheets(opening: StateAnswer, after: StateAnswer): Step {
  const before = sheets(opening);
  const changed = [...sheets(after)].filter(([id, { cash, tickets }]) => {
    const was = before.get(id);
    return was?.tickets !== tickets || Number(was.cash) !== Number(cash);
  });
  if (changed.length === 0) return then('no balance sheet has changed');
  const rows = changed.map(([id, { cash, tickets }]) => ({
    entity: partyName(id),
    cash: amount(cash),
    tickets,
  }));
  return then('the balance sheets are now', table(rows, ['tickets']));
}

function sayTraders(state: StateAnswer, ids: readonly string[], differ: ReadonlySet<unknown>): Step {
  const rows = state.traders
    .filter(({ id }) => ids.includes(id))
    .map(({ id, cash, equity, issuer, shortfall, defaulted }) => ({
      trader: id,
      cash: amount(cash),
      ...(differ.has('equity') ? { equity: amount(equity) } : {}),
      ...(differ.has('issuer') ? { issuer: word(issuer) } : {}),
      ...(differ.has('shortfall') ? { shortfall: amount(shortfall) } : {}),
      ...(differ.has('defaulted') ? { defaulted: yes(defaulted) } : {}),
    }));
  return then('the traders stand like this', table(rows, ['issuer']));
}

function sayDesks({ dealers, vbts }: StateAnswer, ids: readonly string[]): Step {
  const rows = ids.map((id) => {
    const [kind, bucket = ''] = id.split(':');
    const desk = (kind === 'vbt' ? vbts : dealers)[bucket];
    if (desk === undefined) throw new Error(`there is no desk ${id}`);
    return { desk: partyName(id), cash: amount(desk.cash), equity: amount(desk.equity) };
  });
  return then('the desks stand like this', table(rows));
}

function sayPaper({ tickets }: StateAnswer, ids: readonly string[], differ: ReadonlySet<unknown>): Step {
  const rows = tickets
    .filter(({ id }) => ids.includes(id))
    .map(({ id, owner, liability, issuer, maturity, serial, distance }) => ({
      ticket: id,
      owner: partyName(owner),
      ...(differ.has('issuer') ? { issuer } : {}),
      ...(differ.has('liability') ? { liability } : {}),
      matures: String(maturity),
      ...(differ.has('serial') ? { serial: String(serial) } : {}),
      ...(differ.has('distance') ? { distance: String(distance) } : {}),
    }));
  return then('the tickets stand like this', table(rows));
}
