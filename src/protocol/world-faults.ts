/** What a world written out by hand can have wrong beyond the shape of its members. */
import type { ParsedWorld } from './schema.ts';

export interface WorldFault {
  readonly path: (string | number)[];
  readonly message: string;
}

export const NO_NEGATIVE_MID = 'an amount of at least 0, as the clip is on (ANC-06R)';

/** All faults of a world: ranges, names of nobody, and the clauses that a state must keep. */
export function findFaults(world: ParsedWorld): WorldFault[] {
  return [
    ...rangeFaults(world),
    ...deskFaults(world),
    ...clipFaults(world),
    ...duplicates(world.traders, 'traders', (trader) => trader.id, 'trader'),
    ...duplicates(world.tickets, 'tickets', (ticket) => ticket.id, 'ticket'),
    ...duplicates(world.tickets, 'tickets', (ticket) => String(ticket.serial), 'serial'),
    ...ticketFaults(world),
    ...liabilityFaults(world),
    ...(world.rollover.enabled ? lineFaults(world) : []),
    ...holdingFaults(world),
  ];
}

/** Ranges are disjoint, ordered and without a gap, and the last one is unbounded. MOD-04. */
function rangeFaults({ buckets = [] }: ParsedWorld): WorldFault[] {
  const faults = duplicates(buckets, 'buckets', (bucket) => bucket.id, 'bucket');
  let next = 1;
  buckets.forEach(({ from, to }, i) => {
    if (from !== next) {
      faults.push({ path: ['buckets', i, 'from'], message: `${String(next)}: ranges leave no gap (MOD-04)` });
    }
    const isLast = i === buckets.length - 1;
    if (isLast !== (to === null)) {
      faults.push({ path: ['buckets', i, 'to'], message: 'null for the last range only (MOD-04)' });
    }
    if (to !== null && to < from) faults.push({ path: ['buckets', i, 'to'], message: 'a range upwards' });
    next = (to ?? from) + 1;
  });
  return faults;
}

const standardBuckets = ['short', 'mid', 'long'];
const bucketIds = ({ buckets }: ParsedWorld): string[] => buckets?.map((b) => b.id) ?? standardBuckets;

/** With the clip on no mid is negative, and so no price and no trader's or dealer's cash. ANC-06R, MOD-16R. */
function clipFaults({ clipOutsideBid, buckets = [], traders, dealers }: ParsedWorld): WorldFault[] {
  if (!clipOutsideBid) return [];
  const midFaults = buckets.flatMap(({ outsideMid = '0' }, i): WorldFault[] =>
    Number(outsideMid) < 0 ? [{ path: ['buckets', i, 'outsideMid'], message: NO_NEGATIVE_MID }] : [],
  );
  const below = (path: (string | number)[], { cash }: { readonly cash: string }): WorldFault[] =>
    Number(cash) < 0
      ? [{ path: [...path, 'cash'], message: 'an amount of at least 0, as the clip is on (MOD-07, MOD-10)' }]
      : [];
  return [
    ...midFaults,
    ...traders.flatMap((trader, i) => below(['traders', i], trader)),
    ...Object.entries(dealers).flatMap(([bucket, dealer]) => below(['dealers', bucket], dealer)),
  ];
}

/** One dealer and one VBT a bucket; none in the baseline. MOD-06, LOOP-04. */
function deskFaults(world: ParsedWorld): WorldFault[] {
  const known = bucketIds(world);
  const faults: WorldFault[] = [];
  for (const side of ['dealers', 'vbts'] as const) {
    for (const bucket of Object.keys(world[side])) {
      const path = [side, bucket];
      if (!known.includes(bucket)) faults.push({ path, message: `a bucket: ${known.join(', ')}` });
      if (world.regime === 'baseline')
        faults.push({ path, message: 'nobody: the baseline has no large holders' });
    }
  }
  return faults;
}

function duplicates<T>(
  list: readonly T[],
  member: string,
  key: (item: T) => string,
  what: string,
): WorldFault[] {
  const seen = new Set<string>();
  return list.flatMap((item, i) => {
    const name = key(item);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ path: [member, i], message: `${what} ${name} stands there twice` }];
  });
}

/** Issuers are traders, owners exist, nothing matured before the world began, and what rolls over has a distance. */
function ticketFaults(world: ParsedWorld): WorldFault[] {
  const traders = new Set(world.traders.map((trader) => trader.id));
  const desks =
    world.regime === 'baseline' ? [] : bucketIds(world).flatMap((b) => [`dealer:${b}`, `vbt:${b}`]);
  const owners = new Set([...traders, ...desks]);
  const faults: WorldFault[] = [];
  world.tickets.forEach((ticket, i) => {
    const fault = (member: string, message: string): void => {
      faults.push({ path: ['tickets', i, member], message });
    };
    if (!traders.has(ticket.issuer)) fault('issuer', `a trader of this world, not ${ticket.issuer}`);
    if (!owners.has(ticket.owner))
      fault('owner', `a trader, dealer:<bucket> or vbt:<bucket>, not ${ticket.owner}`);
    const remaining = ticket.maturity - world.time;
    if (remaining < 0) fault('maturity', `not before time ${String(world.time)}`);
    const hasDistance = ticket.distance === undefined ? remaining !== 0 : ticket.distance > 0;
    if (world.rollover.enabled && !hasDistance) {
      fault('distance', `at least 1 for ${ticket.id}, where rollover is on (ROL-07R)`);
    }
  });
  return faults;
}

/** The tickets of a liability share issuer and maturity. MOD-03. */
function liabilityFaults({ tickets }: ParsedWorld): WorldFault[] {
  const first = new Map<string, (typeof tickets)[number]>();
  return tickets.flatMap((ticket, i) => {
    const liability = ticket.liability ?? ticket.id;
    const model = first.get(liability) ?? ticket;
    first.set(liability, model);
    const same = model.issuer === ticket.issuer && model.maturity === ticket.maturity;
    const message = `liability ${liability} has one issuer and one maturity (MOD-03)`;
    return same ? [] : [{ path: ['tickets', i, 'liability'], message }];
  });
}

/** What is left of an id without the number of the issue. ROL-01. */
const lineOf = (id: string): string => id.replace(/~\d+$/, '');

/**
 * What would meet itself when it is issued again: the tickets of a liability for another time each, and two issues
 * of one ticket or one liability. ROL-08R.
 */
function lineFaults({ tickets, time }: ParsedWorld): WorldFault[] {
  const distances = new Map<string, number>();
  const liabilities = new Map<string, string>();
  const issues = new Map<string, string>();
  const faults: WorldFault[] = [];
  tickets.forEach((ticket, i) => {
    const { id, liability = id, distance = ticket.maturity - time } = ticket;
    const first = distances.get(liability) ?? distance;
    distances.set(liability, first);
    if (first !== distance) {
      const message = `${String(first)} for ${id}: the tickets of ${liability} have one distance (ROL-08R)`;
      faults.push({ path: ['tickets', i, 'distance'], message });
    }
    for (const [member, name, lines] of [
      ['id', id, issues],
      ['liability', liability, liabilities],
    ] as const) {
      const other = lines.get(lineOf(name)) ?? name;
      lines.set(lineOf(name), other);
      if (other === name) continue;
      const message = `${name} and ${other} would be issued again under one name (ROL-08R)`;
      faults.push({ path: ['tickets', i, member], message });
    }
  });
  return faults;
}

/** A trader's tickets are all of one issuer; a VBT holds its home bucket only. MOD-08, MOD-09. */
function holdingFaults(world: ParsedWorld): WorldFault[] {
  const issuers = new Map<string, string>();
  return world.tickets.flatMap((ticket, i) => {
    const path = ['tickets', i, 'owner'];
    if (ticket.owner.startsWith('vbt:')) {
      const home = `vbt:${bucketFor(world, ticket.maturity)}`;
      return ticket.owner === home
        ? []
        : [{ path, message: `${home}: a VBT holds its home bucket only (MOD-09)` }];
    }
    if (ticket.owner.startsWith('dealer:')) return [];
    if (ticket.owner === ticket.issuer) {
      return [{ path, message: `somebody else: ${ticket.issuer} cannot hold a claim on itself` }];
    }
    const issuer = issuers.get(ticket.owner) ?? ticket.issuer;
    issuers.set(ticket.owner, issuer);
    if (issuer === ticket.issuer) return [];
    return [{ path, message: `${ticket.owner} holds tickets of ${issuer}: one issuer a trader (MOD-08)` }];
  });
}

function bucketFor(world: ParsedWorld, maturity: number): string {
  const tau = Math.max(1, maturity - world.time);
  const buckets = world.buckets ?? [
    { id: 'short', to: 3 },
    { id: 'mid', to: 8 },
    { id: 'long', to: null },
  ];
  return buckets.find(({ to }) => to === null || tau <= to)?.id ?? '';
}
