/** The built-in core as an adapter that goes wrong in one way, named by its argument; it is right in all else. */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { BuiltInModel } from '../../src/protocol/model.ts';
import { unclaimed } from '../../src/protocol/needs.ts';
import { ProtocolError, type OperationName } from '../../src/protocol/protocol.ts';
import { decimal } from '../../src/num.ts';

interface Request {
  id: number;
  op: string;
  bucket?: string;
  world?: { traders?: object[] };
}
type Answer = Record<string, unknown>;

/** What it was asked so often. */
const asked: Record<string, number> = {};
const [, , fault = 'none', claims] = process.argv;
const model = new BuiltInModel(decimal, '1.0.0');
let worlds = 0;

const write = (text: string): void => void writeSync(1, text);
const say = (answer: Answer): void => {
  write(`${JSON.stringify(answer)}\n`);
};

function answer({ id, op, ...takes }: Request): Answer {
  try {
    const content = model.answer(op, takes);
    if (op === 'hello' && claims !== undefined) Object.assign(content, { capabilities: claims.split(',') });
    return { id, ok: true, ...content };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { id, ok: false, error: { kind: error.kind, message: error.message } };
  }
}

/** What it does instead of answering a `settle`; null is nothing. */
const atSettle: Readonly<Record<string, (right: Answer) => void>> = {
  hangs: () => undefined,
  spins: () => {
    for (;;);
  },
  floods: () => {
    for (;;) write('thinking about it\n');
  },
  'floods-without-end': () => {
    for (;;) write('thinking about it '.repeat(1000));
  },
  binary: () => {
    writeSync(1, Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a]));
  },
  crashes: () => {
    process.stderr.write('Traceback: the books do not add up\n');
    process.exit(3);
  },
  late: (right) => {
    setTimeout(say, 3_000, right);
  },
  'another-id': (right) => {
    say({ ...right, id: Number(right['id']) + 1 });
  },
  twice: (right) => {
    say(right);
    say(right);
  },
  chatty: (right) => {
    write('settling\n');
    say(right);
  },
  lists: () => {
    write('[1, 2]\n');
  },
  declines: (right) => {
    say({ id: right['id'], ok: false, error: { kind: 'unsupported', message: 'no settlement yet' } });
  },
  bare: (right) => {
    say({ id: right['id'], ok: true });
  },
};

type Instead = ((right: Answer) => void) | undefined;

const refuses = (kind: string) => (right: Answer) => {
  say({ id: right['id'], ok: false, error: { kind, message: 'no' } });
};
/** Text that steers a terminal, turns the reading order around, and looks like a command to a CI. */
const hostile = 'evil\u001b]0;title\u0007\n::error::owned\r\u202e\u009b2J\u007f';
const isRefused = (right: Answer): boolean => right['ok'] === false;

/** Breaches of the protocol: what it does instead of a right answer, if anything. */
const breaches: Readonly<Record<string, (request: Request, right: Answer) => Instead>> = {
  'text-id': ({ id }) =>
    id === 2_000_000_000
      ? (right) => {
          say({ ...right, id: '2e9' });
        }
      : undefined,
  'log-lines': ({ id }) =>
    id === 3
      ? (right) => {
          say(right);
          write('DEBUG: said hello\n');
        }
      : undefined,
  'logs-worlds': ({ op }) =>
    op === 'reset'
      ? (right) => {
          write('DEBUG: a world\n');
          say(right);
        }
      : undefined,
  'loses-requests': ({ id }) => (id === 12 ? () => undefined : undefined),
  'float-cash': ({ op }, answered) =>
    op === 'state' && !isRefused(answered)
      ? (right) => {
          const traders = (right['traders'] as { cash: string }[]).map((trader) => ({
            ...trader,
            cash: trader.cash === '0.0000000001' ? '0' : trader.cash,
          }));
          say({ ...right, traders });
        }
      : undefined,
  hostile: ({ op, id, bucket }) =>
    op === 'hello'
      ? (right) => {
          process.stderr.write(`${hostile}\n`);
          say({ ...right, name: hostile, version: hostile, language: hostile });
        }
      : op === 'quotes'
        ? () => {
            const kind = bucket === 'nowhere' ? hostile : 'invalid';
            say({ id, ok: false, error: { kind, message: hostile } });
          }
        : op === 'buy'
          ? (right) => {
              say({ ...right, route: 'interior', issuer: hostile, ticket: hostile });
            }
          : op === 'sell'
            ? () => {
                process.exit(1);
              }
            : undefined,
  throws: ({ op }, right) =>
    op === 'quotes' && isRefused(right)
      ? () => {
          throw new Error('KeyError: nowhere');
        }
      : undefined,
  'takes-any-world': ({ op, id }, right) =>
    op === 'reset' && isRefused(right)
      ? () => {
          say({ id, ok: true });
        }
      : undefined,
  latin: ({ op }) =>
    op === 'state'
      ? (right) => {
          write(`${JSON.stringify(right).replace(/[^ -~]/g, '?')}\n`);
        }
      : undefined,
  'unknown-op-internal': ({ op }) => (op === 'dance' ? refuses('internal') : undefined),
  'short-of-breath': ({ op, world }) =>
    op === 'reset' && (world?.traders?.length ?? 0) > 100
      ? () => {
          process.exit(137);
        }
      : undefined,
};

/** Another state, from the first request of a kind on. */
const afterFirst =
  (op: string, change: (state: Answer) => Answer) =>
  (request: Request): Instead =>
    request.op === 'state' && (asked[op] ?? 0) > 0
      ? (right) => {
          say(change(right));
        }
      : undefined;

const ticketsOf = (right: Answer) => right['tickets'] as { id: string; owner: string }[];

/** What it gets wrong about the model. */
const mistakes: Readonly<Record<string, (request: Request) => Instead>> = {
  'refuses-flow': ({ op, id }) =>
    op === 'orderFlow'
      ? () => {
          say({ id, ok: false, error: { kind: 'invalid', message: 'no such agent' } });
        }
      : undefined,
  'tires-after-two-worlds': ({ op }) =>
    op === 'state' && (asked['reset'] ?? 0) > 2
      ? (right) => {
          say({ ...right, time: Number(right['time']) + 1 });
        }
      : undefined,
  'no-reset': ({ op }) => (op === 'reset' ? refuses('unsupported') : undefined),
  'keeps-to-its-claims': ({ op, ...takes }) =>
    op !== 'hello' &&
    op !== 'stop' &&
    unclaimed(op as OperationName, takes, claims?.split(',') ?? []) !== null
      ? refuses('unsupported')
      : undefined,
  rounds: ({ op }) =>
    op === 'state'
      ? (right) => {
          const traders = (right['traders'] as { cash: string }[]).map((trader) => ({
            ...trader,
            cash: `${trader.cash.includes('.') ? trader.cash : `${trader.cash}.0`}${'0'.repeat(12)}1`,
          }));
          say({ ...right, traders });
        }
      : undefined,
  'refuses-quotes': ({ op }) => (op === 'quotes' ? refuses('internal') : undefined),
  'refuses-second-order': ({ op }) => (op === 'buy' && asked['buy'] === 2 ? refuses('invalid') : undefined),
  'prints-money': afterFirst('buy', (right) => {
    const [first, ...rest] = right['traders'] as { cash: string }[];
    return { ...right, traders: [{ ...first, cash: String(Number(first?.cash) + 1) }, ...rest] };
  }),
  'loses-an-owner': afterFirst('advance', (right) => ({
    ...right,
    tickets: ticketsOf(right).map((ticket) => (ticket.id === 'd1' ? { ...ticket, owner: 'Ghost' } : ticket)),
  })),
  'lists-a-ticket-twice': afterFirst('advance', (right) => ({
    ...right,
    tickets: [...ticketsOf(right), ...ticketsOf(right).filter(({ id }) => id === 'd2')],
  })),
};

const isMoney = (value: unknown): value is string =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
const withFloats = (content: Answer): Answer =>
  Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, isMoney(value) ? Number(value) : value]),
  );
const withExponents = (content: Answer): Answer =>
  Object.fromEntries(
    Object.entries(content).map(([name, value]) => [
      name,
      isMoney(value) ? Number(value).toExponential() : value,
    ]),
  );

if (fault === 'dies-at-start') {
  process.stderr.write('ModuleNotFoundError: no module named ring\n');
  process.exit(1);
}
if (fault === 'banner') write('My adapter 1.0, at your service\n');

for await (const line of createInterface({ input: process.stdin })) {
  let request: Request;
  try {
    request = JSON.parse(line) as Request;
  } catch {
    if (fault === 'no-json-error') process.exit(1);
    say({ id: null, ok: false, error: { kind: 'invalid', message: 'no JSON' } });
    continue;
  }
  if (request.op === 'reset' && worlds++ > 0 && fault === 'leaks')
    request.world?.traders?.push({ id: 'Ghost', cash: '1' });
  const right = answer(request);
  asked[request.op] = (asked[request.op] ?? 0) + 1;
  const instead =
    request.op === 'settle'
      ? atSettle[fault]
      : (breaches[fault]?.(request, right) ?? mistakes[fault]?.(request));
  if (fault === 'ignores-stop' && request.op === 'stop') {
    say(right);
    setInterval(() => undefined, 1_000);
  } else if (instead !== undefined) instead(right);
  else if (fault === 'floats' && request.op === 'quotes') say(withFloats(right));
  else if (fault === 'exponents' && request.op === 'quotes') say(withExponents(right));
  else say(right);
  if (request.op === 'stop' && fault !== 'ignores-stop') process.exit(0);
}
