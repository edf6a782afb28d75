/** A draft in the words of the features: the Given steps that build it again. */
import { counted } from '../counted.ts';
import { bucketName, exactly, partyName, table, type Step } from './gherkin.ts';
import { homeMaturity } from './draft-parts.ts';
import { SOMEBODY } from './simpler.ts';
import type { Draft, DraftBucket } from './trial.ts';

const given = (text: string, rows?: Step['table']): Step =>
  rows === undefined ? { keyword: 'Given', text } : { keyword: 'Given', text, table: rows };

const onOff = (on: boolean): string => (on ? 'on' : 'off');

/** The Given steps of a world. What the world leaves open is left open. */
export function sayWorld(world: Draft): Step[] {
  return [...saySettings(world), ...sayMarkets(world.buckets), ...saySheets(world), ...sayTickets(world)];
}

function saySettings(world: Draft): Step[] {
  const { time, ticketSize, guardThreshold, clipOutsideBid, rulings, policy, anchors, rollover, regime } =
    world;
  const steps: (Step | null)[] = [
    time === undefined || time === 0 ? null : given(`the date is ${String(time)}`),
    ticketSize === undefined ? null : given(`a ticket size of ${exactly(ticketSize)}`),
    guardThreshold === undefined ? null : given(`a guard threshold of ${exactly(guardThreshold)}`),
    clipOutsideBid === undefined ? null : given(`the clip on outside bids is ${onOff(clipOutsideBid)}`),
    rulings?.cap_quotes_at_par === undefined
      ? null
      : given(`the par cap on quotes is ${onOff(rulings.cap_quotes_at_par)}`),
    rulings?.clearing === undefined ? null : given(`the clearing rule ${rulings.clearing}`),
    policy?.kind === undefined && policy?.horizon === undefined
      ? null
      : given(
          `the policy ${policy.kind ?? 'liquidity_and_investment'} with a horizon of ${String(policy.horizon ?? 3)}`,
        ),
    policy?.cashBuffer === undefined ? null : given(`a cash buffer of ${exactly(policy.cashBuffer)}`),
    policy?.maxArrivals === undefined
      ? null
      : policy.maxArrivals === null
        ? given('any number of arrivals a period')
        : given(`at most ${counted(policy.maxArrivals, 'arrival')} a period`),
    anchors?.update === undefined ? null : given(`anchor updates are ${onOff(anchors.update)}`),
    rollover?.enabled === undefined ? null : given(`rollover is ${onOff(rollover.enabled)}`),
    rollover?.issuePrice === undefined ? null : given(`the issue price ${rollover.issuePrice}`),
    regime === undefined ? null : given(`the regime ${regime}`),
  ];
  return steps.filter((step) => step !== null);
}

const standardRanges = [
  [1, 3],
  [4, 8],
  [9, null],
] as const;

function sayMarkets(buckets: readonly DraftBucket[]): Step[] {
  const standard = buckets.every(
    ({ from, to }, i) => standardRanges[i]?.[0] === from && standardRanges[i][1] === to,
  );
  const money = (value: string | undefined): string => (value === undefined ? '' : exactly(value));
  const rows = buckets.map((bucket) => ({
    bucket: bucketName(bucket.id),
    ...(standard ? {} : { from: String(bucket.from), to: bucket.to === null ? '' : String(bucket.to) }),
    mid: money(bucket.outsideMid),
    spread: money(bucket.outsideSpread),
    'mid sensitivity': money(bucket.midSensitivity),
    'spread sensitivity': money(bucket.spreadSensitivity),
    'least spread': money(bucket.minSpread),
  }));
  const said = standard ? rows.filter(({ bucket, ...anchors }) => bucket !== '' && some(anchors)) : rows;
  const [only] = said;
  if (only === undefined) return [];
  const { bucket, mid, spread, ...rest } = only;
  if (said.length === 1 && mid !== '' && spread !== '' && !some(rest))
    return [given(`the ${bucket} market at mid ${mid} and spread ${spread}`)];
  return [given('these markets', table(said, standard ? [] : ['from', 'to']))];
}

const some = (cells: Readonly<Record<string, string>>): boolean =>
  Object.values(cells).some((cell) => cell !== '');

/** Who owns what, in trader order; whoever has nothing and is named by a ticket need not be listed. */
function saySheets(world: Draft): Step[] {
  const { dealers = {}, vbts = {}, tickets, buckets } = world;
  const held = (owner: string): string =>
    tickets
      .filter((ticket) => ticket.owner === owner)
      .map(({ id }) => id)
      .join(' ');
  const row = (id: string, cash: string) => ({
    entity: partyName(id),
    cash: exactly(cash),
    tickets: held(id),
  });
  const desks = buckets.flatMap(({ id }) => [
    row(`dealer:${id}`, dealers[id]?.cash ?? '0'),
    row(`vbt:${id}`, vbts[id]?.cash ?? '0'),
  ]);
  const holders = [
    ...desks.filter(({ cash, tickets: own }) => cash !== '0' || own !== ''),
    ...listedTraders(world).map(({ id, cash }) => row(id, cash)),
  ];
  return holders.length === 0
    ? []
    : [given('these balance sheets', table(holders, ['entity', 'cash', 'tickets']))];
}

/** The traders that have something, and all of them where their order would be another. */
function listedTraders({ traders, tickets }: Draft): Draft['traders'] {
  const owners = new Set(tickets.map(({ owner }) => owner));
  const named = new Set(tickets.flatMap(({ issuer, owner }) => [issuer, owner]));
  const listed = traders.filter(({ id, cash }) => Number(cash) !== 0 || owners.has(id) || !named.has(id));
  const order = [...new Set([...listed.map(({ id }) => id), ...tickets.map(({ issuer }) => issuer)])];
  const same = traders.map(({ id }) => id).join() === order.join();
  return same ? listed : traders.filter(({ id }) => id !== SOMEBODY || owners.has(id));
}

/** What is not plain about the tickets. */
function sayTickets(world: Draft): Step[] {
  const { tickets } = world;
  const rows = tickets.map(({ id, issuer, owner, maturity, serial, liability, distance }, i) => ({
    ticket: id,
    issuer: issuer === SOMEBODY ? '' : issuer,
    matures: maturity === homeMaturity(world, owner) ? '' : String(maturity),
    serial: serial === i + 1 ? '' : String(serial),
    liability: liability === `P-${id}` ? '' : liability,
    distance: distance === undefined ? '' : String(distance),
  }));
  const said = rows.filter(({ ticket, ...cells }) => ticket !== '' && some(cells));
  return said.length === 0 ? [] : [given('these tickets', table(said))];
}
