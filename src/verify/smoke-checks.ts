/** What is asked of an adapter before its model is, one check after the other. */
import { limits } from '../protocol/child.ts';
import { claimsOf, hasWorld } from '../protocol/needs.ts';
import type { Capability, Hello } from '../protocol/protocol.ts';
import {
  answered,
  open,
  parse,
  refused,
  RESET,
  told,
  world,
  type Adapter,
  type Found,
} from './smoke-adapter.ts';

export interface Check {
  readonly name: string;
  readonly asked: string;
  readonly expected: string;
  readonly remedy: string;
  /** What is asked only of who claims it: a capability, or any of a world. */
  readonly needs?: readonly ('a world' | Capability)[];
  readonly does: (adapter: Adapter) => Promise<Found>;
}

const BIG = 1_000;

export const checks: readonly Check[] = [
  {
    name: 'hello',
    asked: '{"id":…,"op":"hello","protocol":1}',
    expected: 'within 15 s name, version, language, capabilities (kernel among them), arithmetic, protocol 1',
    remedy: 'read a line of stdin, write one JSON object on a line, and flush stdout after each',
    does: async (adapter) => {
      const said = await adapter.ask('hello', { protocol: 1 }, limits.hello);
      const found = answered('hello', said);
      if (!found.ok) return found;
      // an answer by the schema of hello
      const hello = said.answer as unknown as Hello;
      const claims = claimsOf(hello);
      const right = hello.protocol === 1 && claims.includes('kernel');
      return {
        ok: right,
        came: right ? found.came : told(said.came),
        claims: hasWorld(claims) ? [...claims, 'a world'] : claims,
      };
    },
  },
  {
    name: 'ids',
    asked: 'requests with the ids 7, 2000000000 and 3',
    expected: 'each id echoed as the integer that it was',
    remedy: 'copy the id of the request into its answer, whatever it is',
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
    remedy: 'send prints, logs and banners to stderr',
    does: async ({ process: running }) => {
      const came = await running.next(500);
      return { ok: came.kind === 'late', came: came.kind === 'late' ? 'silence' : told(came) };
    },
  },
  {
    name: 'requests in a row',
    asked: 'three requests at once, before any answer',
    expected: 'three answers, in the order of the requests',
    remedy: 'read line by line, and answer each before the next',
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
    remedy: 'catch the error of the parser and answer it with the id null',
    does: async (adapter) => {
      const came = await adapter.line('{"id": 5, "op":');
      return refused('invalid', { id: null, came, answer: parse(came) });
    },
  },
  {
    name: 'an unknown operation',
    asked: '{"id":…,"op":"dance"}',
    expected: 'an error of kind unsupported',
    remedy: 'answer an op that you do not know with {"ok":false,"error":{"kind":"unsupported","message":…}}',
    does: async (adapter) => refused('unsupported', await adapter.ask('dance')),
  },
  {
    name: 'a world',
    needs: ['a world'],
    asked: 'reset with two traders and a ticket',
    expected: '{"id":…,"ok":true}',
    remedy: RESET,
    does: (adapter) => open(adapter),
  },
  {
    name: 'decimals',
    needs: ['a world'],
    asked: 'state, after reset with cash 0.0000000001 and 123456789.123456789',
    expected: 'every amount a decimal string without an exponent, the two amounts as they were given',
    remedy:
      'write amounts as strings and never as JSON numbers or 1E-10; read them without a float in between',
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
    needs: ['a world', 'input_checks'],
    asked: 'quotes of an unknown bucket',
    expected: 'an error of kind invalid',
    remedy: 'look names up and refuse unknown ones; do not let the program throw',
    does: async (adapter) => {
      const opened = await open(adapter);
      return opened.ok ? refused('invalid', await adapter.ask('quotes', { bucket: 'nowhere' })) : opened;
    },
  },
  {
    name: 'an invalid world',
    needs: ['a world', 'input_checks'],
    asked: 'reset with an unknown owner',
    expected: 'an error of kind invalid',
    remedy: 'look a world through before it is opened',
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
    needs: ['a world'],
    asked: 'reset with another trader, then state',
    expected: 'the new world only',
    remedy: 'build every world from nothing: no variable of the last one may survive',
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
    needs: ['a world'],
    asked: 'a trader called Żółw-株式-🐢 and a ticket called тикет',
    expected: 'the same names in the state',
    remedy:
      'read and write UTF-8, whatever the locale; in Python use sys.stdin.buffer, or reconfigure(encoding="utf-8")',
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
    needs: ['a world'],
    asked: `reset with ${String(BIG)} traders and as many tickets, then state`,
    expected: `all ${String(BIG)} of them, each answer within 2 s`,
    remedy: 'read lines of any length, and look names up in a table, not in a list; --slow 3 gives more time',
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
    remedy: 'answer, flush, and leave the loop; end too when stdin ends',
    does: async (adapter) => {
      const found = answered('stop', await adapter.ask('stop'));
      const left = await adapter.process.leave(limits.stop);
      if (!found.ok) return found;
      return { ok: left, came: left ? 'an answer, and its end' : 'an answer, and it had to be killed' };
    },
  },
];
