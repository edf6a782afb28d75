/** One exchange for each operation, with what to see in it: asked of the core as `ringspec serve` serves it. */
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { decimal } from '../src/num.ts';
import { BuiltInModel } from '../src/protocol/model.ts';
import type { OperationName } from '../src/protocol/protocol.ts';
import { serve } from '../src/protocol/serve.ts';
import { version } from '../src/version.ts';

export interface Exchange {
  readonly op: string;
  readonly request: object;
  readonly answer: object;
  /** What to see in the answer. */
  readonly note: string;
}

type Asked = readonly [op: string, takes: object, note: string];

/** Day 0: the Short dealer holds two tickets, H2 has a payment ahead of it and no cash. */
const world = {
  buckets: [
    { id: 'short', from: 1, to: 3, outsideSpread: '0.30' },
    { id: 'mid', from: 4, to: null },
  ],
  dealers: { short: { cash: '2' }, mid: { cash: '3' } },
  vbts: { short: { cash: '2' }, mid: { cash: '3' } },
  traders: [
    { id: 'H1', cash: '0.4' },
    { id: 'H2', cash: '0' },
    { id: 'H3', cash: '3' },
    { id: 'H4', cash: '4' },
  ],
  tickets: [
    { id: 'a', issuer: 'H3', owner: 'dealer:short', maturity: 3, serial: 1 },
    { id: 'b', issuer: 'H3', owner: 'dealer:short', maturity: 3, serial: 2 },
    { id: 'c', issuer: 'H1', owner: 'dealer:mid', maturity: 4, serial: 3 },
    { id: 'd', issuer: 'H1', owner: 'H2', maturity: 3, serial: 4 },
    { id: 'e', issuer: 'H1', owner: 'H2', maturity: 3, serial: 5 },
    { id: 'f', issuer: 'H2', owner: 'H3', maturity: 1, serial: 6 },
    { id: 'g', issuer: 'H2', owner: 'H3', maturity: 1, serial: 7 },
    { id: 'h', issuer: 'H3', owner: 'vbt:short', maturity: 1, serial: 8, distance: 5 },
  ],
  rollover: { enabled: true },
};

const conversation: readonly Asked[] = [
  [
    'hello',
    { protocol: 1 },
    'The first request to every process. What is not in `capabilities` is not asked, and is reported as unsupported.',
  ],
  [
    'kernel',
    { ticketSize: '1', outsideMid: '1', outsideSpread: '0.30', tickets: 2, cash: '2' },
    'Wealth 2 · 1 + 2 = 4 carries four tickets: five rungs, λ = 1/5, I = 0.30/5 = 0.06. In the middle of its ladder the dealer asks 1 + 0.03 and bids 1 − 0.03. No world is needed, and none is touched.',
  ],
  [
    'reset',
    { world },
    'A world is plain data; what is left out has its default. The one before is forgotten.',
  ],
  ['quotes', { bucket: 'short' }, 'The same position as a desk of the world, so the same figures.'],
  [
    'sell',
    { trader: 'H2', ticket: 'd' },
    'An interior trade: the dealer pays its own bid of 0.97 and holds the ticket. Without `ticket` the policy would choose one, or answer `no_ticket`.',
  ],
  [
    'buy',
    { trader: 'H4', bucket: 'short' },
    'The dealer hands over a ticket of its own. After the sale it stood one rung higher, so it asks less than 1.03.',
  ],
  [
    'advance',
    {},
    'Day 1. Ticket c has three periods left, so it belongs to Short now: the Mid dealer sells it to the Short dealer at the outside mid of Short.',
  ],
  [
    'orderFlow',
    { script: [{ z: 1, agent: 'H2' }] },
    'H2 lacks cash for what is due today, so it is the one seller. The script names it; with `seed`, or with neither, the arrivals are drawn.',
  ],
  [
    'settle',
    {},
    'H2 owes 2 and pays what it has: its recovery is below 1, which is a default. H3 pays in full.',
  ],
  [
    'rollover',
    {},
    'What was repaid in full is issued again, for its distance of five periods. The holder, the Short VBT, lends the face; as five periods belong to Mid, the new ticket goes on to the Mid VBT. What defaulted is not renewed.',
  ],
  [
    'updateAnchors',
    {},
    'Losses in Short lower its outside mid and widen its spread; Mid had none and stays.',
  ],
  ['set', { path: 'dealer.short.cash', value: '5' }, 'What only a stress step can do.'],
  [
    'state',
    {},
    'The world at the present day, which can be given to `reset` again, with equities, issuers, shortfalls and totals.',
  ],
  [
    'period',
    { script: [] },
    'Everything from `advance` to `updateAnchors`, with the answers of the steps under their names. An empty script is a period without arrivals.',
  ],
  ['stop', {}, 'The process answers, and exits within 5 seconds.'],
];

const refused: readonly Asked[] = [
  ['borrow', {}, '`unsupported`: an operation or an option that is not implemented.'],
  [
    'reset',
    { world: { traders: [{ id: 'H1', cash: '1e3' }], tickets: [], buckets: [] } },
    '`invalid`: all faults of a request at once, each with its place. The world is what it was.',
  ],
];

/** @returns the exchange of every operation, and the examples of errors */
export async function exchanges(): Promise<{
  operations: ReadonlyMap<OperationName, Exchange>;
  errors: readonly Exchange[];
}> {
  const all = [...refused, ...conversation];
  const asked = all.map(([op, takes], i) => ({ id: i + 1, op, ...takes }));
  const input = new PassThrough();
  input.end(asked.map((request) => `${JSON.stringify(request)}\n`).join(''));
  const output = new PassThrough();
  const told = text(output);
  await serve(new BuiltInModel(decimal, version()), input, output);
  output.end();
  const answers = (await told)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { ok: boolean });
  const made = all.map(([op, , note], i): Exchange => {
    const answer = answers[i];
    const request = asked[i];
    if (answer === undefined || request === undefined) throw new Error(`${op} was not answered`);
    if (answer.ok !== i >= refused.length) throw new Error(`${op}: ${JSON.stringify(answer)}`);
    return { op, request, answer, note };
  });
  return {
    operations: new Map(made.slice(refused.length).map((one) => [one.op as OperationName, one])),
    errors: made.slice(0, refused.length),
  };
}
