/** Requests for the fuzzer of `serve`: right ones, right ones with something changed, and lines that are anything. */
import fc from 'fast-check';
import { world } from '../properties/arbitrary-world.ts';

/** Names that programs trip over, beside those of the worlds that are drawn. */
const names = fc.constantFrom(
  ...[
    'H1',
    'H2',
    'T1',
    'k1',
    'short',
    'mid',
    'long',
    'dealer:short',
    'vbt:short',
    'dealer:nowhere',
    'nobody',
  ],
  ...['', ':', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'null', '0', '-1'],
  ...['a b', 'a\nb', '\u001b[31m', '\u202eabc', '\ud800', '🐢', 'x'.repeat(5_000)],
);

const amounts = fc.constantFrom(
  ...['0', '1', '-1', '-0', '0.5', '1.05', '0.3333333333333333333333333333', '1000000000', '-1000000000'],
  ...['0.000000000000000001', '-0.0000000000000000001', `0.${'0'.repeat(400)}1`, `-0.${'0'.repeat(400)}1`],
  ...['999999999.999999999999999999999', '1000000000.000000000000000000001', '1000000001', '9'.repeat(400)],
  ...['1e5', '1E-10', '+1', '.5', '5.', ' 1', 'NaN', 'Infinity', '0x10', '1,5', '١', ''],
);

/** What is right, so that much is answered, and now and then what may not be. */
const mostly = <T>(right: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: odd });

/** Amounts that a world may hold: those at its edges too. */
const fine = fc.constantFrom(
  '0',
  '0.5',
  '1',
  '1.05',
  '0.3333333333333333333',
  '20',
  '1000000000',
  '0.000000000000000001',
);
const kernelAmounts = mostly(fine, amounts);
const kernelTickets = mostly(fc.nat(12), fc.constantFrom(1e9, -1, 1.5, 1e300));

const numbers = fc.constantFrom(
  ...[0, 1, 2, 3, 9, 10, 42, -1, -0, 1.5, 1e300, -1e300, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53],
  ...[1_000_000, 1_000_001],
);

const anything = fc.oneof(
  names,
  amounts,
  numbers,
  fc.constantFrom(null, true, false, [], {}, [[]], [null], { id: 1 }, { op: 'state' }),
  fc.jsonValue({ maxDepth: 3 }),
);

const script = fc.array(fc.record({ z: fc.constantFrom(0, 1), agent: names }), { maxLength: 4 });
const customers = mostly(fc.constantFrom('H1', 'H2', 'H3', 'dealer:short', 'dealer:long'), names);
const buckets = mostly(fc.constantFrom('short', 'mid', 'long'), names);
const tickets = mostly(fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5'), names);

/** A request without its id. */
type Body = Record<string, unknown>;

/** A request as an implementer would write it, if with odd names and amounts now and then. */
const plausible: fc.Arbitrary<Body> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ op: fc.constant('hello'), protocol: fc.constantFrom(1, 1, 2) }) },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('reset'), world }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('quotes'), bucket: buckets }) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        op: fc.constant('kernel'),
        ...{
          ticketSize: kernelAmounts,
          outsideMid: kernelAmounts,
          outsideSpread: kernelAmounts,
          cash: kernelAmounts,
        },
        ...{
          tickets: kernelTickets,
          guardThreshold: kernelAmounts,
          clipOutsideBid: fc.boolean(),
          faceInventory: kernelAmounts,
        },
      },
      { requiredKeys: ['op', 'ticketSize', 'outsideMid', 'outsideSpread', 'cash', 'tickets'] },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      { op: fc.constant('buy'), trader: customers, bucket: buckets },
      { requiredKeys: ['op', 'trader'] },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      { op: fc.constant('sell'), trader: customers, ticket: tickets },
      { requiredKeys: ['op', 'trader'] },
    ),
  },
  {
    weight: 6,
    arbitrary: fc.record(
      { op: fc.constantFrom('orderFlow', 'period'), script, seed: numbers },
      { requiredKeys: ['op'] },
    ),
  },
  {
    weight: 6,
    arbitrary: fc.record({ op: fc.constantFrom('advance', 'settle', 'rollover', 'updateAnchors', 'state') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constant('set'),
      path: fc
        .tuple(
          fc.constantFrom('dealer', 'trader', 'vbt'),
          customers,
          fc.constantFrom('cash', 'tickets', 'equity'),
        )
        .map((steps) => steps.join('.')),
      value: fc.oneof(amounts, fc.array(tickets, { maxLength: 3 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.oneof(names, numbers), takes: anything }) },
);

type Change = (value: unknown) => unknown;

const change: fc.Arbitrary<Change> = fc.oneof(
  anything.map(
    (value): Change =>
      () =>
        value,
  ),
  amounts.map(
    (value): Change =>
      () =>
        value,
  ),
  names.map(
    (value): Change =>
      () =>
        value,
  ),
  fc.constant<Change>(() => undefined),
  fc.constant<Change>((value) =>
    Array.isArray(value) ? [...(value as unknown[]), ...(value as unknown[])] : value,
  ),
  fc.tuple(names, anything).map(
    ([name, value]): Change =>
      (old) =>
        isObject(old) ? withMember(old, name, value) : old,
  ),
);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `__proto__` too becomes a member of its own, as JSON.parse makes it. */
const withMember = (object: object, name: string, value: unknown): object =>
  Object.fromEntries([...Object.entries(object), [name, value]]);

/** Changes what is found by going down a tree, at each level to the member that the number chooses. */
function changeAt(value: unknown, [step, ...rest]: readonly number[], how: Change): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return how(value);
  const keys = Object.keys(value);
  if (keys.length === 0) return how(value);
  const key = keys[step % keys.length] ?? '';
  if (Array.isArray(value))
    return value.map((item: unknown, i) => (String(i) === key ? changeAt(item, rest, how) : item));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === key ? changeAt(item, rest, how) : item]),
  );
}

const changed = fc
  .tuple(
    plausible,
    fc.array(fc.tuple(fc.array(fc.nat(40), { maxLength: 5 }), change), { minLength: 1, maxLength: 3 }),
  )
  .map(([body, changes]) =>
    changes.reduce<unknown>((value, [path, how]) => changeAt(value, path, how), body),
  );

/** With an id, mostly. */
const withId = (body: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc
    .tuple(
      body,
      fc.oneof({ weight: 9, arbitrary: fc.nat(2_000_000_000) }, { weight: 1, arbitrary: anything }),
    )
    .map(([value, id]) => JSON.stringify(isObject(value) ? { id, ...value } : (value ?? null)));

/** A line cut off, with something put into it, or doubled. */
const garbled = fc
  .tuple(
    withId(plausible),
    fc.nat(400),
    fc.constantFrom('', '"', '{', ']', '\\', '\u0000', '\ufeff', ',,', '\r'),
  )
  .map(([line, at, text]) => `${line.slice(0, at)}${text}${text === '' ? '' : line.slice(at)}`);

const deep = fc
  .tuple(fc.constantFrom(['[', ']'], ['{"a":', '}']), fc.constantFrom(10, 1_000, 100_000))
  .map(
    ([[open = '', close = ''], depth]) =>
      `{"id":5,"op":"reset","world":${open.repeat(depth)}1${close.repeat(depth)}}`,
  );

/** What is written between two line feeds. */
export const line: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 10, arbitrary: withId(plausible).map((text) => Buffer.from(text)) },
  { weight: 8, arbitrary: withId(changed).map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: garbled.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: deep.map((text) => Buffer.from(text)) },
);

/** A world that opens, and what is asked of it. */
export const conversation: fc.Arbitrary<Buffer[]> = fc
  .tuple(world, fc.array(line, { minLength: 1, maxLength: 12 }))
  .map(([opened, lines]) => [Buffer.from(JSON.stringify({ id: 1, op: 'reset', world: opened })), ...lines])
  .map((lines) =>
    lines.map((bytes) => (bytes.includes(10) ? Buffer.from(bytes.filter((byte) => byte !== 10)) : bytes)),
  )
  // it is asked to stop by nobody but the test
  .filter((lines) => !lines.some((bytes) => /"op":\s*"stop"/.test(bytes.toString())));
