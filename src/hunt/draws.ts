/** What no single answer shows: whether all those who may come do come, when an arrival is drawn often. FLW-03. */
import { at } from '../core/list.ts';
import type { Finding } from './find.ts';
import { scenarioLines, type Step } from './gherkin.ts';
import type { Opponent } from './opponent.ts';
import { ask, linesOf, type Request } from '../protocol/exchange.ts';

const sellers = ['S1', 'S2', 'S3'];
const holders = ['K1', 'K2', 'K3'];

/** Each seller owes 1 today, has no cash, and a ticket to sell. */
const world = {
  time: 1,
  buckets: [{ id: 'short', from: 1, to: null, outsideMid: '1', outsideSpread: '0' }],
  traders: [...sellers, ...holders, 'I1'].map((id) => ({ id, cash: '0' })),
  tickets: sellers.flatMap((seller, i) => [
    ticket(`p${String(i + 1)}`, seller, at(holders, i), 1, 2 * i),
    ticket(`s${String(i + 1)}`, 'I1', seller, 3, 2 * i + 1),
  ]),
};

function ticket(id: string, issuer: string, owner: string, maturity: number, serial: number) {
  return { id, liability: `L${id}`, issuer, owner, maturity, serial };
}

/** So often that a seller misses all of them once in 10¹⁰ times, whoever draws. */
const TIMES = 60;
const ofAll = (times: number): string => `${String(times)}/${String(TIMES)}`;

/** The scenario of a seller that never comes while others do, or null where each of them comes. */
export async function neverDrawn(other: Opponent, seed: number): Promise<Finding | null> {
  const came = new Set<string>();
  const requests: Request[] = [];
  for (let n = 1; n <= TIMES; n++) {
    const reset: Request = ['reset', { world }];
    const flow: Request = ['orderFlow', { seed: n }];
    requests.push(reset, flow);
    await ask(other, reset);
    const { answer } = await ask(other, flow);
    // what it refuses, or answers in another form, is for the trials to find
    const [first] = 'arrivals' in answer ? (answer.arrivals as { agent: string }[]) : [];
    if (first === undefined) return null;
    came.add(first.agent);
  }
  const missing = sellers.filter((seller) => !came.has(seller));
  if (missing.length === 0) return null;
  const title = 'each of three sellers comes first now and then';
  return {
    seed,
    sign: 'a seller is never drawn',
    clause: 'FLW-03',
    title,
    scenario: scenarioLines(title, steps),
    instead: `in ${String(TIMES)} draws ${missing.join(' and ')} never came first`,
    lines: linesOf(requests),
  };
}

const expected = TIMES / sellers.length;
const steps: readonly Step[] = [
  { keyword: 'Given', text: 'the date is 1' },
  {
    keyword: 'Given',
    text: 'these balance sheets',
    table: [
      ['entity', 'cash', 'tickets'],
      ...sellers.map((seller, i) => [seller, '0', `s${String(i + 1)}`]),
      ...holders.map((holder, i) => [holder, '0', `p${String(i + 1)}`]),
    ],
  },
  {
    keyword: 'Given',
    text: 'these tickets',
    table: [
      ['ticket', 'issuer', 'matures'],
      ...sellers.map((_, i) => [`s${String(i + 1)}`, 'I1', '3']),
      ...sellers.map((seller, i) => [`p${String(i + 1)}`, seller, '1']),
    ],
  },
  {
    keyword: 'When',
    text: `the order flow is drawn ${String(TIMES)} times with seeds of their own, each time anew`,
  },
  {
    keyword: 'Then',
    text: 'the shares are',
    table: [
      ['share', 'is', 'give or take'],
      ['SELLs', '1', '0'],
      ...sellers.map((seller) => [`SELLs by ${seller}`, ofAll(expected), ofAll(expected - 1)]),
    ],
  },
];
