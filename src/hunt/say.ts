/** A case as a scenario: its title and its steps. */
import type { Refusal, RoutingReason } from '../core/events.ts';
import type {
  AdvanceAnswer,
  KernelArguments,
  OrderFlowAnswer,
  PeriodAnswer,
  RolloverAnswer,
  SettleAnswer,
  TradeAnswer,
} from '../protocol/protocol.ts';
import type { Divergence } from './compare.ts';
import { amount, bucketName, partyName, table, type Step } from './gherkin.ts';
import { sayAnswer } from './say-answer.ts';
import { sayPlay } from './say-play.ts';
import { sayWorld } from './say-world.ts';
import { stepThatDiverges } from './clause.ts';
import { requestOf } from '../protocol/exchange.ts';
import type { Trial } from './trial.ts';

export interface Said {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** The scenario of a case: what there is, what happens, and what is right. */
export function sayScenario({ world }: Trial, divergence: Divergence): Said {
  const steps =
    divergence.op === 'kernel'
      ? [sayKernel(divergence.takes as KernelArguments), ...sayAnswer(divergence)]
      : [...sayWorld(world), ...sayPlay(divergence.asked.map(requestOf)), ...sayAnswer(divergence)];
  return { title: titleOf(divergence), steps };
}

function sayKernel(takes: KernelArguments): Step {
  const { ticketSize, outsideMid, outsideSpread, guardThreshold, clipOutsideBid, tickets, cash } = takes;
  const row = {
    ...(ticketSize === '1' ? {} : { S: amount(ticketSize) }),
    M: amount(outsideMid),
    O: amount(outsideSpread),
    ...(guardThreshold === undefined ? {} : { M_min: amount(guardThreshold) }),
    ...(clipOutsideBid === undefined ? {} : { clip: clipOutsideBid ? 'on' : 'off' }),
    a: String(tickets),
    C: amount(cash),
  };
  return { keyword: 'When', text: 'the kernel is evaluated at', table: table([row]) };
}

const tickets = (count: number): string =>
  ['no ticket', 'one ticket', 'two tickets', 'three tickets'][count] ?? `${String(count)} tickets`;

/** What happens, in a few words. */
function titleOf(divergence: Divergence): string {
  const { op, takes, right, after, asked } = divergence;
  if ('refused' in right) {
    const { script = [] } = takes as { script?: readonly { agent: string }[] };
    const last = script.at(-1)?.agent;
    return last === undefined ? 'what cannot be asked' : `${last} may not come`;
  }
  switch (op) {
    case 'kernel': {
      const { tickets: held, cash, outsideMid } = takes as KernelArguments;
      const has = Number(cash) === 0 ? 'no' : `${amount(cash)} of`;
      return `a dealer with ${tickets(held)} and ${has} cash, at a mid of ${amount(outsideMid)}`;
    }
    case 'quotes':
      return `what the ${bucketName((takes as { bucket: string }).bucket)} dealer quotes${asked.length > 0 ? ' afterwards' : ''}`;
    case 'sell':
    case 'buy':
      return titleOfTrade(right as TradeAnswer);
    case 'advance':
      return titleOfCrossings(right as AdvanceAnswer);
    case 'settle':
      return titleOfSettlement(right as SettleAnswer);
    case 'rollover':
      return titleOfRollover(right as RolloverAnswer);
    case 'updateAnchors':
      return 'the anchors after the losses of the period';
    case 'orderFlow':
      return titleOfFlow(right as OrderFlowAnswer);
    case 'period': {
      const step = stepThatDiverges(divergence);
      return `${titleOf({ ...divergence, op: step, right: (right as PeriodAnswer)[step] })}, within a period`;
    }
    case 'state':
      return titleOfState(divergence);
    default:
      return `the world at ${String(after.time)}`;
  }
}

const forms = { SELL: 'sells', BUY: 'buys' } as const;
const refusedBecause: Readonly<Record<Refusal, string>> = {
  cash: 'it has too little cash',
  no_eligible_ticket: 'there is no ticket that it may hold',
  no_ticket: 'it has no ticket',
  price: 'the price is not above zero',
  unsafe: 'it would not be safe afterwards',
};
const passedBecause: Readonly<Record<RoutingReason, string>> = {
  cash: 'the dealer has too little cash',
  capacity: 'the dealer has no room',
  inventory: 'the dealer has no ticket',
  guard: 'the guard is on',
  issuer: 'the dealer has no ticket of the right issuer',
  regime: 'the dealer makes no market',
};

function titleOfTrade({ trader, side, route, bucket, reason, routedBecause }: TradeAnswer): string {
  const who = trader.includes(':') ? `the ${partyName(trader)}` : trader;
  const place = bucketName(bucket ?? '');
  if (reason !== null) return `${who} ${forms[side]} nothing: ${refusedBecause[reason]}`;
  const way = side === 'SELL' ? 'to' : 'from';
  if (route === 'interior') return `${who} ${forms[side]} ${way} the ${place} dealer`;
  const because = routedBecause === null ? '' : `: ${passedBecause[routedBecause]}`;
  return `${who} ${forms[side]} ${way} the ${place} VBT${because}`;
}

function titleOfCrossings({ rebucketed }: AdvanceAnswer): string {
  const [first] = rebucketed;
  if (first === undefined) return 'nothing crosses';
  if (rebucketed.length > 1) return `${tickets(rebucketed.length)} cross`;
  const { ticket, from, to, seller, buyer } = first;
  const way = `${ticket} crosses from ${bucketName(from)} to ${bucketName(to)}`;
  return seller === buyer
    ? `${way} and stays with the ${partyName(seller)}`
    : `${way}, to the ${partyName(buyer)}`;
}

function titleOfSettlement({ issuers }: SettleAnswer): string {
  const short = issuers.find(({ recovery }) => Number(recovery) < 1) ?? issuers[0];
  if (short === undefined) return 'nothing is due';
  const { issuer, due, cashBefore, payouts } = short;
  if (Number(cashBefore) >= Number(due)) return `${issuer} pays all that it owes`;
  const had = Number(cashBefore) === 0 ? 'nothing' : amount(cashBefore);
  const to =
    payouts.length > 1
      ? `, to ${['no', 'one', 'two', 'three'][payouts.length] ?? String(payouts.length)} holders`
      : '';
  return `${issuer} has ${had} of the ${amount(due)} that it owes${to}`;
}

function titleOfRollover({ issued, declined }: RolloverAnswer): string {
  const [first] = issued;
  const [refused] = declined;
  if (refused !== undefined)
    return `the ${partyName(refused.owner)} cannot pay for ${refused.ticket}`.replace(/the (H\d+)/, '$1');
  if (first === undefined) return 'nothing is issued again';
  const { ticket, placed } = first;
  return placed === undefined
    ? `${ticket} is issued for as long as before`
    : `${ticket} goes to the ${partyName(placed.buyer)}`;
}

function titleOfFlow({ arrivals }: OrderFlowAnswer): string {
  const [first] = arrivals;
  if (first === undefined) return 'nobody comes';
  if (arrivals.length > 1) return `${String(arrivals.length)} arrivals`;
  return `${titleOfTrade(first.trade)}${first.fallback ? ', the other side being empty' : ''}`;
}

function titleOfState({ asked, differences, after }: Divergence): string {
  const last = asked.at(-1);
  if (last?.op === 'reset') return 'a world that is opened again';
  const path = differences[0]?.path ?? [];
  const who = path[0] === 'traders' ? String(path[1]) : null;
  if (last === undefined) return who === null ? 'how the world begins' : `how ${who} begins`;
  if (last.op === 'sell' || last.op === 'buy')
    return `${titleOfTrade(last.answer as TradeAnswer)}, and what that changes`;
  if (last.op === 'settle') return `${titleOfSettlement(last.answer as SettleAnswer)}, and who has what then`;
  if (last.op === 'rollover') return titleOfRollover(last.answer as RolloverAnswer);
  return who === null
    ? `the balance sheets of day ${String(after.time)}`
    : `how ${who} stands on day ${String(after.time)}`;
}
