/** What is rightly answered, as Then steps: the part of it in which the two differ, and what makes it readable. */
import type {
  AdvanceAnswer,
  ArrivalAnswer,
  OrderFlowAnswer,
  PeriodAnswer,
  QuotesAnswer,
  RolloverAnswer,
  SettleAnswer,
  TradeAnswer,
  UpdateAnchorsAnswer,
} from '../protocol/protocol.ts';
import { stepThatDiverges } from './clause.ts';
import type { Difference } from '../causes/differences.ts';
import type { Divergence } from './compare.ts';
import { isFine, sayCash } from './say-units.ts';
import { amount, bucketName, partyName, table, type Step } from './gherkin.ts';
import { sayState } from './say-state.ts';
import { membersOf, money, then, word, yes } from './say-step.ts';

const routes = { interior: 'interior', passthrough: 'pass-through' } as const;
const route = ({ route: taken }: TradeAnswer): string => (taken === null ? '' : routes[taken]);

/** The Then steps of a divergence. */
export function sayAnswer(divergence: Divergence): Step[] {
  const orders = ordersIn(divergence);
  const isOrder = divergence.op === 'sell' || divergence.op === 'buy';
  const spoken = isOrder || orders.every(({ executed }) => executed);
  if ('refused' in divergence.right) return [then(`it is refused as ${String(divergence.right.refused)}`)];
  return [
    ...(spoken ? [] : [sayOrders(orders, new Set())]),
    ...(isFine(divergence) ? [sayCash(divergence)] : sayOne(divergence, orders)),
  ];
}

const ordersIn = ({ asked }: Divergence): TradeAnswer[] =>
  asked
    .filter(({ op, answer }) => (op === 'sell' || op === 'buy') && !('refused' in answer))
    .map(({ answer }) => answer as TradeAnswer);

function sayOne(divergence: Divergence, orders: readonly TradeAnswer[]): Step[] {
  const { op, right, differences, takes } = divergence;
  const members = membersOf(differences);
  switch (op) {
    case 'kernel':
      return [then('it gives', quoteTable(right as QuotesAnswer, differences))];
    case 'quotes': {
      const { bucket = '' } = takes as { bucket?: string };
      return [
        then(`the ${bucketName(bucket)} dealer quotes`, quoteTable(right as QuotesAnswer, differences)),
      ];
    }
    case 'sell':
    case 'buy':
      return [sayOrders(orders, members)];
    case 'advance':
      return [sayCrossings(right as AdvanceAnswer)];
    case 'settle':
      return saySettlement(right as SettleAnswer, differences, divergence.identity);
    case 'rollover':
      return sayRollover(right as RolloverAnswer, differences);
    case 'updateAnchors':
      return [sayAnchors(right as UpdateAnchorsAnswer, members)];
    case 'orderFlow':
      return [sayFlow(right as OrderFlowAnswer, differences)];
    case 'period':
      return sayPeriod(divergence, orders);
    case 'state':
      return sayState(divergence, lastOrders(divergence, orders));
    default:
      return [then(`the date is now ${String(divergence.after.time)}`)];
  }
}

const quoteColumns: readonly (readonly [column: string, member: keyof QuotesAnswer])[] = [
  ['M', 'outsideMid'],
  ['O', 'outsideSpread'],
  ['a', 'tickets'],
  ['x', 'faceInventory'],
  ['C', 'cash'],
  ['V', 'midValuedWealth'],
  ['K*', 'fundableTickets'],
  ['X*', 'capacity'],
  ['N', 'rungs'],
  ['λ', 'layoffProbability'],
  ['I', 'insideWidth'],
  ['p', 'midline'],
  ['a(x)', 'interiorAsk'],
  ['b(x)', 'interiorBid'],
  ['A', 'outsideAsk'],
  ['B', 'outsideBid'],
  ['ask', 'ask'],
  ['bid', 'bid'],
  ['ask pinned', 'askPinned'],
  ['bid pinned', 'bidPinned'],
  ['guard', 'guard'],
];

/** What differs first and what follows from it, four columns at most. */
function quoteTable(right: QuotesAnswer, differences: readonly Difference[]): Step['table'] {
  const differ = membersOf(differences);
  const columns = quoteColumns.filter(([, member]) => differ.has(member)).slice(0, 4);
  const cell = (value: string | number | boolean): string =>
    typeof value === 'string' ? amount(value) : typeof value === 'number' ? String(value) : yes(value);
  return table([Object.fromEntries(columns.map(([column, member]) => [column, cell(right[member])]))]);
}

function sayOrders(orders: readonly TradeAnswer[], differ: ReadonlySet<unknown>): Step {
  const rows = orders.map((trade) => ({
    ...(orders.length > 1 ? { customer: partyName(trade.trader) } : {}),
    ...(differ.has('executed') ? { executed: yes(trade.executed) } : {}),
    ...(differ.has('bucket') ? { bucket: bucketName(word(trade.bucket)) } : {}),
    ...(differ.has('ticket') || differ.has('executed') ? { ticket: word(trade.ticket) } : {}),
    price: money(trade.price),
    route: route(trade),
    because: word(trade.routedBecause),
    refused: word(trade.reason),
  }));
  // where something else shows the difference, an empty column is noise
  const shown = ['executed', 'price', 'route', 'bucket', 'ticket'].some((member) => differ.has(member));
  const always = shown ? [] : ['because', 'refused'];
  const text = orders.length === 1 ? 'the order goes like this' : 'the orders go like this';
  return then(text, table(rows, always));
}

function sayCrossings({ rebucketed }: AdvanceAnswer): Step {
  if (rebucketed.length === 0) return then('there are no crossings');
  const rows = rebucketed.map(({ ticket, from, to, seller, buyer, price }) => ({
    ticket,
    from: bucketName(from),
    to: bucketName(to),
    seller: partyName(seller),
    buyer: partyName(buyer),
    price: money(price),
  }));
  return then('these tickets cross', table(rows, ['price']));
}

function saySettlement(
  { issuers }: SettleAnswer,
  differences: readonly Difference[],
  identity: string | null,
): Step[] {
  if (issuers.length === 0) return [then('there are no claims due')];
  const steps: Step[] = [];
  const inPayouts = differences.some(({ path }) => path.includes('payouts'));
  const inIssuers = differences.some(({ path }) => !path.includes('payouts'));
  if (inIssuers || identity !== null) {
    const rows = issuers.map(({ issuer, due, cashBefore, recovery, cashAfter }) => ({
      issuer,
      due: money(due),
      'cash before': money(cashBefore),
      R: money(recovery),
      'cash after': money(cashAfter),
    }));
    steps.push(then('the issuers settle like this', table(rows)));
  }
  if (inPayouts && !inIssuers) steps.push(sayPayouts(issuers));
  return steps;
}

const sayPayouts = (issuers: SettleAnswer['issuers']): Step =>
  then(
    'the payouts are',
    table(
      issuers.flatMap(({ issuer, payouts }) =>
        payouts.map(({ holder, tickets, amount: paid }) => ({
          issuer,
          holder: partyName(holder),
          tickets: String(tickets),
          amount: money(paid),
        })),
      ),
    ),
  );

function sayRollover({ issued, declined }: RolloverAnswer, differences: readonly Difference[]): Step[] {
  const steps: Step[] = [];
  const differ = (member: string): boolean => differences.some(({ path }) => path[0] === member);
  const members = membersOf(differences);
  if (differ('issued') || differences.length === 0) {
    const rows = issued.map(({ ticket, issuer, owner, maturity, price, placed }) => ({
      ticket,
      issuer,
      owner: partyName(owner),
      matures: String(maturity),
      price: money(price),
      'placed with': placed === undefined ? '' : partyName(placed.buyer),
      'placed at': placed === undefined ? '' : money(placed.price),
    }));
    const always = members.has('placed') ? ['placed with', 'placed at'] : [];
    steps.push(
      rows.length === 0
        ? then('there are no reissues')
        : then('these tickets are issued again', table(rows, always)),
    );
  }
  if (differ('declined')) {
    const rows = declined.map(({ ticket, issuer, owner, price, reason }) => ({
      ticket,
      issuer,
      owner: partyName(owner),
      price: money(price),
      because: reason,
    }));
    steps.push(
      rows.length === 0
        ? then('there are no declined rollovers')
        : then('these rollovers are declined', table(rows)),
    );
  }
  return steps;
}

function sayAnchors({ buckets }: UpdateAnchorsAnswer, differ: ReadonlySet<unknown>): Step {
  const rows = buckets.map(({ bucket, lossRate, outsideMid, outsideSpread, outsideAsk, outsideBid }) => ({
    bucket: bucketName(bucket),
    ℓ: money(lossRate),
    M: money(outsideMid),
    O: money(outsideSpread),
    ...(differ.has('outsideAsk') || differ.has('outsideBid')
      ? { A: money(outsideAsk), B: money(outsideBid) }
      : {}),
  }));
  return then('the anchors become', table(rows));
}

function sayFlow({ arrivals }: OrderFlowAnswer, differences: readonly Difference[]): Step {
  if (arrivals.length === 0) return then('there are no arrivals');
  const members = membersOf(differences);
  const rows = arrivals.map((arrival: ArrivalAnswer) => ({
    ...(arrival.z === null ? {} : { Z: String(arrival.z) }),
    side: arrival.side,
    ...(members.has('fallback') || arrivals.some(({ fallback }) => fallback)
      ? { fallback: yes(arrival.fallback) }
      : {}),
    agent: arrival.agent,
    executed: yes(arrival.trade.executed),
    ...(members.has('bucket') ? { bucket: bucketName(word(arrival.trade.bucket)) } : {}),
    ticket: word(arrival.trade.ticket),
    price: money(arrival.trade.price),
    ...(members.has('route') || members.has('routedBecause') ? { route: route(arrival.trade) } : {}),
    refused: word(arrival.trade.reason),
  }));
  return then('the arrivals go like this', table(rows));
}

/** The first step of the period in which the two differ. */
function sayPeriod(divergence: Divergence, orders: readonly TradeAnswer[]): Step[] {
  const right = divergence.right as PeriodAnswer;
  const step = stepThatDiverges(divergence);
  const inStep = divergence.differences
    .filter(({ path }) => path[0] === step)
    .map(({ path, ...difference }) => ({ ...difference, path: path.slice(1) }));
  return sayOne({ ...divergence, op: step, right: right[step], differences: inStep }, orders);
}

/** The orders so far, where the last request was one. */
function lastOrders({ asked }: Divergence, orders: readonly TradeAnswer[]): Step | null {
  const last = asked.at(-1)?.op;
  return orders.length > 0 && (last === 'sell' || last === 'buy') ? sayOrders(orders, new Set()) : null;
}
