/** The manners of an adapter, before anybody asks about its model: one check, one line. */
import { onOneLine } from '../printable.ts';
import { answerFaults, answerSchemas, errorSchema } from '../protocol/answer-schemas.ts';
import { limits, show } from '../protocol/child.ts';
import { LineProcess, type Came } from '../protocol/line-process.ts';
import type { OperationName } from '../protocol/protocol.ts';
import { survivorText } from '../protocol/survivors.ts';

export interface SmokeLine {
  readonly name: string;
  readonly ok: boolean;
  readonly asked: string;
  readonly came: string;
  readonly expected: string;
  /** What to do about it; empty when all is well. */
  readonly mend: string;
}

type Answer = Record<string, unknown>;

/** What a check found: what came, and whether that was as expected. */
interface Found {
  readonly ok: boolean;
  readonly came: string;
}

interface Check {
  readonly name: string;
  readonly asked: string;
  readonly expected: string;
  readonly mend: string;
  readonly does: (adapter: Adapter) => Promise<Found>;
}

/** One run of the adapter, spoken to in raw lines. */
class Adapter {
  readonly process: LineProcess;
  #id = 100;

  constructor(
    command: readonly [string, ...string[]],
    readonly slow: number,
  ) {
    this.process = new LineProcess(command);
  }

  /** A line as it stands, and what comes. */
  async line(text: string, limit: number = limits.operation): Promise<Came> {
    this.process.send(text);
    return this.process.next(limit * this.slow);
  }

  /** A request, and its answer if that is an object. */
  async ask(
    op: string,
    takes: object = {},
    limit?: number,
  ): Promise<{ id: number; came: Came; answer: Answer | null }> {
    const id = this.#id++;
    const came = await this.line(JSON.stringify({ id, op, ...takes }), limit);
    return { id, came, answer: parse(came) };
  }
}

function parse(came: Came): Answer | null {
  if (came.kind !== 'line') return null;
  try {
    const value: unknown = JSON.parse(came.text);
    return typeof value === 'object' && value !== null ? (value as Answer) : null;
  } catch {
    return null;
  }
}

const told = (came: Came): string =>
  came.kind === 'late' ? 'nothing in time' : came.kind === 'ended' ? `its end: ${came.how}` : show(came);

const world = (cash = '1.05') => ({
  traders: [
    { id: 'H1', cash },
    { id: 'I1', cash: '0' },
  ],
  tickets: [{ id: 'k1', issuer: 'I1', owner: 'H1', maturity: 2, serial: 1 }],
  dealers: { short: { cash: '2' } },
});

/** Whether it is the right answer to the request: id, `ok`, and the schema of the operation. */
function answered(op: OperationName, { id, came, answer }: Awaited<ReturnType<Adapter['ask']>>): Found {
  if (answer === null) return { ok: false, came: told(came) };
  if (answer['id'] !== id)
    return { ok: false, came: `the id ${JSON.stringify(answer['id'])} for ${String(id)}` };
  if (answer['ok'] !== true) return { ok: false, came: told(came) };
  const faults = answerFaults(answerSchemas[op], answer);
  return { ok: faults.length === 0, came: faults.length === 0 ? 'an answer' : faults.slice(0, 3).join('; ') };
}

/** Whether it is refused with this kind. */
function refused(
  kind: string,
  { id, came, answer }: { id: number | null; came: Came; answer: Answer | null },
): Found {
  const faults = answer === null ? ['none'] : answerFaults(errorSchema, answer);
  const error = answer?.['error'] as { kind?: string } | undefined;
  const ok = faults.length === 0 && answer?.['id'] === id && error?.kind === kind;
  return { ok, came: ok ? `refused as ${kind}` : told(came) };
}

const open = async (adapter: Adapter, of: object = world()) =>
  answered('reset', await adapter.ask('reset', { world: of }));

const BIG = 1_000;

const checks: readonly Check[] = [
  {
    name: 'hello',
    asked: '{"id":…,"op":"hello","protocol":1}',
    expected: 'within 15 s name, version, language, capabilities (kernel among them), arithmetic, protocol 1',
    mend: 'read a line of stdin, write one JSON object on a line, and flush stdout after each',
    does: async (adapter) => {
      const said = await adapter.ask('hello', { protocol: 1 }, limits.hello);
      const found = answered('hello', said);
      if (!found.ok) return found;
      const { protocol, capabilities = [] } = said.answer as { protocol?: number; capabilities?: string[] };
      const right = protocol === 1 && capabilities.includes('kernel');
      return { ok: right, came: right ? found.came : told(said.came) };
    },
  },
  {
    name: 'ids',
    asked: 'requests with the ids 7, 2000000000 and 3',
    expected: 'each id echoed as the integer that it was',
    mend: 'copy the id of the request into its answer, whatever it is',
    does: async (adapter) => {
      for (const id of [7, 2_000_000_000, 3]) {
        const came = await adapter.line(JSON.stringify({ id, op: 'hello', protocol: 1 }));
        if (parse(came)?.['id'] !== id) return { ok: false, came: `${told(came)} for the id ${String(id)}` };
      }
      return { ok: true, came: 'the same ids' };
    },
  },
  {
    name: 'one answer each',
    asked: 'nothing, for half a second',
    expected: 'silence: one line for each request and nothing else on stdout',
    mend: 'send prints, logs and banners to stderr',
    does: async ({ process: running }) => {
      const came = await running.next(500);
      return { ok: came.kind === 'late', came: came.kind === 'late' ? 'silence' : told(came) };
    },
  },
  {
    name: 'requests in a row',
    asked: 'three requests at once, before any answer',
    expected: 'three answers, in the order of the requests',
    mend: 'read line by line, and answer each before the next',
    does: async ({ process: running, slow }) => {
      for (const id of [11, 12, 13]) running.send(JSON.stringify({ id, op: 'hello', protocol: 1 }));
      const ids: unknown[] = [];
      for (let n = 0; n < 3; n++) ids.push(parse(await running.next(limits.operation * slow))?.['id']);
      return { ok: ids.join() === '11,12,13', came: `the ids ${ids.map(String).join(', ')}` };
    },
  },
  {
    name: 'a line that is not JSON',
    asked: '{"id": 5, "op":',
    expected: '"id":null and an error of kind invalid; the program lives on',
    mend: 'catch the error of the parser and answer it with the id null',
    does: async (adapter) => {
      const came = await adapter.line('{"id": 5, "op":');
      return refused('invalid', { id: null, came, answer: parse(came) });
    },
  },
  {
    name: 'an unknown operation',
    asked: '{"id":…,"op":"dance"}',
    expected: 'an error of kind unsupported',
    mend: 'answer an op that you do not know with {"ok":false,"error":{"kind":"unsupported","message":…}}',
    does: async (adapter) => refused('unsupported', await adapter.ask('dance')),
  },
  {
    name: 'a world',
    asked: 'reset with two traders and a ticket',
    expected: '{"id":…,"ok":true}',
    mend: 'implement reset; members that are left out take the defaults of the specification',
    does: (adapter) => open(adapter),
  },
  {
    name: 'decimals',
    asked: 'state, after reset with cash 0.0000000001 and 123456789.123456789',
    expected: 'every amount a decimal string without an exponent, the two amounts as they were given',
    mend: 'write amounts as strings and never as JSON numbers or 1E-10; read them without a float in between',
    does: async (adapter) => {
      const traders = ['0.0000000001', '123456789.123456789'].map((cash, i) => ({
        id: `T${String(i)}`,
        cash,
      }));
      const opened = await open(adapter, { traders });
      if (!opened.ok) return opened;
      const said = await adapter.ask('state');
      const found = answered('state', said);
      if (!found.ok) return found;
      const kept = (said.answer as { traders: { cash: string }[] }).traders.map(({ cash }) => cash);
      const near = [1e-10, 123456789.123456789].every(
        (value, i) => Math.abs(Number(kept[i]) - value) <= value * 1e-12,
      );
      return { ok: near, came: near ? 'both as they were given' : kept.join(' and ') };
    },
  },
  {
    name: 'an unknown bucket',
    asked: 'quotes of an unknown bucket',
    expected: 'an error of kind invalid',
    mend: 'look names up and refuse unknown ones; do not let the program throw',
    does: async (adapter) => {
      const opened = await open(adapter);
      return opened.ok ? refused('invalid', await adapter.ask('quotes', { bucket: 'nowhere' })) : opened;
    },
  },
  {
    name: 'an invalid world',
    asked: 'reset with an unknown owner',
    expected: 'an error of kind invalid',
    mend: 'look a world through before it is opened',
    does: async (adapter) =>
      refused(
        'invalid',
        await adapter.ask('reset', {
          world: {
            ...world(),
            tickets: [{ id: 'k1', issuer: 'I1', owner: 'Nobody', maturity: 2, serial: 1 }],
          },
        }),
      ),
  },
  {
    name: 'reset forgets',
    asked: 'reset with another trader, then state',
    expected: 'the new world only',
    mend: 'build every world from nothing: no variable of the last one may survive',
    does: async (adapter) => {
      const opened = await open(adapter);
      if (!opened.ok) return opened;
      const again = await open(adapter, { traders: [{ id: 'N1', cash: '3' }] });
      if (!again.ok) return again;
      const said = await adapter.ask('state');
      const found = answered('state', said);
      if (!found.ok) return found;
      const { traders, tickets } = said.answer as { traders: { id: string }[]; tickets: { id: string }[] };
      const names = [...traders, ...tickets].map(({ id }) => id).join(', ');
      return { ok: names === 'N1', came: `a world with ${names}` };
    },
  },
  {
    name: 'other scripts',
    asked: 'a trader called Żółw-株式-🐢 and a ticket called тикет',
    expected: 'the same names in the state',
    mend: 'read and write UTF-8, whatever the locale; in Python use sys.stdin.buffer, or reconfigure(encoding="utf-8")',
    does: async (adapter) => {
      const [trader, ticket] = ['Żółw-株式-🐢', 'тикет'];
      const opened = await open(adapter, {
        traders: [
          { id: trader, cash: '1' },
          { id: 'I1', cash: '0' },
        ],
        tickets: [{ id: ticket, issuer: 'I1', owner: trader, maturity: 2, serial: 1 }],
      });
      if (!opened.ok) return opened;
      const said = await adapter.ask('state');
      const found = answered('state', said);
      if (!found.ok) return found;
      const [held] = (said.answer as { tickets: { id: string; owner: string }[] }).tickets;
      const came = `${held?.id ?? 'no ticket'} of ${held?.owner ?? 'nobody'}`;
      return { ok: held?.id === ticket && held.owner === trader, came };
    },
  },
  {
    name: 'a big world',
    asked: `reset with ${String(BIG)} traders and as many tickets, then state`,
    expected: `all ${String(BIG)} of them, each answer within 2 s`,
    mend: 'read lines of any length, and look names up in a table, not in a list; --slow 3 gives more time',
    does: async (adapter) => {
      const ids = Array.from({ length: BIG }, (_, i) => i);
      const traders = ids.map((i) => ({ id: `T${String(i)}`, cash: '1' }));
      const tickets = ids.map((i) => ({
        id: `t${String(i)}`,
        issuer: `T${String((i + 1) % BIG)}`,
        owner: `T${String(i)}`,
        maturity: 1 + (i % 10),
        serial: i + 1,
      }));
      const opened = await open(adapter, { traders, tickets });
      if (!opened.ok) return opened;
      const said = await adapter.ask('state');
      const found = answered('state', said);
      if (!found.ok) return found;
      const count = (said.answer as { tickets: unknown[] }).tickets.length;
      return { ok: count === BIG, came: `${String(count)} tickets` };
    },
  },
  {
    name: 'stop',
    asked: '{"id":…,"op":"stop"}',
    expected: '{"id":…,"ok":true}, and its end within 5 s',
    mend: 'answer, flush, and leave the loop; end too when stdin ends',
    does: async (adapter) => {
      const found = answered('stop', await adapter.ask('stop'));
      const left = await adapter.process.leave(limits.stop);
      if (!found.ok) return found;
      return { ok: left, came: left ? 'an answer, and its end' : 'an answer, and it had to be killed' };
    },
  },
];

const nothingLeft: Omit<Check, 'does'> = {
  name: 'nothing left behind',
  asked: 'nothing: every run of the program was ended, with its process group',
  expected: 'no process that it started still runs',
  mend: 'start no daemon; keep what you start in your own process group and session',
};

const restart: Omit<Check, 'does'> = {
  name: 'killed and started again',
  asked: 'SIGKILL in the middle of a world, a new start, and hello',
  expected: 'the same greeting, and no world',
  mend: 'keep nothing on disk: no lock, no saved world',
};

/** Every check in its order; `ended` hears of each. A check whose program is gone has it started again. */
export async function smoke(
  command: readonly [string, ...string[]],
  slow: number,
  ended: (line: SmokeLine) => void,
): Promise<void> {
  const started: Adapter[] = [];
  const start = (): Adapter => {
    const one = new Adapter(command, slow);
    started.push(one);
    return one;
  };
  let adapter = start();
  let fresh = true;
  for (const { does, ...about } of checks) {
    if (!fresh) {
      adapter = start();
      await adapter.ask('hello', { protocol: 1 }, limits.hello);
    }
    const found = await does(adapter);
    ended(lineOf(about, found));
    fresh = found.ok && !adapter.process.ended;
    if (!fresh) adapter.process.kill();
    if (about.name === 'hello' && !found.ok) return;
  }
  adapter.process.kill();
  ended(lineOf(restart, await startAgain(start)));
  const left = started.flatMap(({ process: one }) => one.left.map(survivorText));
  ended(lineOf(nothingLeft, { ok: left.length === 0, came: left.join('; ') || 'none' }));
}

const lineOf = ({ name, asked, expected, mend }: Omit<Check, 'does'>, { ok, came }: Found): SmokeLine => ({
  name,
  ok,
  asked,
  came: onOneLine(came),
  expected,
  mend: ok ? '' : mend,
});

async function startAgain(start: () => Adapter): Promise<Found> {
  const greet = async (adapter: Adapter) => {
    const { answer } = await adapter.ask('hello', { protocol: 1 }, limits.hello);
    return JSON.stringify({ ...answer, id: 0 });
  };
  const first = start();
  const before = await greet(first);
  await open(first);
  first.process.kill();
  const second = start();
  const after = await greet(second);
  const state = await second.ask('state');
  second.process.kill();
  if (before !== after) return { ok: false, came: `${after}, and before ${before}` };
  const none = refused('invalid', state);
  return none.ok
    ? { ok: true, came: 'the same greeting, and no world' }
    : { ok: false, came: `for state ${told(state.came)}` };
}
