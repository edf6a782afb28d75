/** docs/protocol.md: from the schemas that both sides check by, and from answers of the core. */
import { capabilities as allCapabilities, type OperationName } from '../src/protocol/protocol.ts';
import { answerSchemas } from '../src/protocol/answer-schemas.ts';
import { limits } from '../src/protocol/child.ts';
import { argumentSchemas, worldSchema } from '../src/protocol/schema.ts';
import { completeWorld } from '../src/protocol/world.ts';
import { table } from './markdown.ts';
import { exchanges, type Exchange } from './protocol-exchanges.ts';
import { membersOf, type Member } from './protocol-members.ts';
import * as words from './protocol-words.ts';

const seconds = (ms: number): string => `${String(ms / 1000)} seconds`;

const HEAD = `# The protocol

An implementation of the dealer ring, in any language, is verified over this protocol, version 1. The harness starts it as a
child process, asks, and compares answers; the built-in core speaks it, too (\`bin/ringspec serve\`), and every answer on this
page is the core's own. The page is made from the schemas that both sides check by (\`npm run schemas\`); the same schemas
are JSON Schemas in \`schemas/\`, two for each operation, and in the package: \`ringspec/schemas/kernel.request.json\`.

How to get from an empty folder to a certificate is another page: [Verify your own implementation](implementing.md).

## Lines

- The command is started as it is given, without a shell. A request is one JSON object on one line of stdin; its answer is
  one JSON object on one line of stdout, in UTF-8, ended by a line feed. Nothing else may be written to stdout.
  What is written to stderr is for people, and is shown where something fails.
- Every request has an integer \`id\` and an \`op\`; its arguments stand beside them. Every request is answered once, in order,
  with the same \`id\` and with \`ok\`. Where \`ok\` is false, \`error\` says why. The next requests may come before the
  answer: read line by line.
- An **amount** is a decimal string, \`"1.05"\`: no exponent, no plus sign, never a JSON number. Money, prices, rates and shares
  are amounts. Counts, days and serials are JSON integers. Amounts are compared with a tolerance of 10⁻¹⁰.
- A request may take ${seconds(limits.operation)}, \`hello\` ${seconds(limits.hello)} and all requests of a scenario ${seconds(limits.scenario)}; \`verify --slow 3\` allows three
  times as much. One that takes longer, a line that is not JSON, an answer with another id, and an early end fail the
  scenario; the process is ended, and started again for the next one.
- Members that an answer has beyond those of this page are left alone.
- All prices and anchors of a world are per ticket: what a scenario file gives per unit of face is multiplied by S already
  (MOD-13R).

## Where two implementations could differ

- A named order (\`ticket\` of \`sell\`, \`bucket\` of \`buy\`) does not ask what the policy wants (TRD-15R). The first rule that
  fails is the reason, and a ticket to deliver is looked for before the cash; after the checks a trade cannot fail.
- A purchase by policy that no bucket can serve names the first bucket, in the order of POL-05, that failed for cash;
  where none did, the first bucket.
- A dealer as a customer names the ticket or the bucket, and never one of its own bucket. A VBT is nobody's customer. Both are
  \`invalid\` (TRD-11).
- A scripted arrival must be in the set that serves it, otherwise the request is \`invalid\`. The flow ends with the script, at
  N_max, or when nobody is left, whichever comes first.
- \`advance\` and \`period\` are \`invalid\` while a ticket of today is not settled (LOOP-06R).
- Without \`script\` and \`seed\`, draws go on where the world's own stream stopped. Which arrivals a seed
  gives is an implementation's own matter; the same seed gives the same ones (FLW-10R).
- Rebucketing goes boundary by boundary, the nearest maturity first, then by maturity and serial; traders' tickets, and those that
  a dealer holds of another bucket (MOD-09), stand among the others (REB-06R).
- Issuers are settled in the order of \`traders\`; payouts are sorted by the bytes of the holder's id. Under \`sequential\`,
  \`cashBefore\` counts earlier receipts, under \`clearing_vector\` those of the fixed point (SET-06R).
- A ticket that is issued again takes the next free serial, and the id \`k~1\`, then \`k~2\`, … (ROL-01).
- With updates off, \`updateAnchors\` still answers loss rates, with anchors as they were.
`;

/** Markdown before it is formatted. */
export async function protocolPage(): Promise<string> {
  const { operations, errors } = await exchanges();
  // every operation has an exchange: asked for below
  const names = Object.keys(argumentSchemas) as OperationName[];
  return [
    HEAD,
    '## Operations\n',
    table(
      ['operation', 'what it does'],
      names.map((op) => [`[\`${op}\`](#${op.toLowerCase()})`, words.operations[op]]),
    ),
    ...names.map((op) => operation(op, operations.get(op))),
    errorsSection(errors),
    worldSection(),
    wordsSection(),
  ].join('\n');
}

function operation(op: OperationName, exchange: Exchange | undefined): string {
  if (exchange === undefined) throw new Error(`${op} has no exchange`);
  const takes = op === 'reset' ? topLevel(membersOf(argumentSchemas[op])) : membersOf(argumentSchemas[op]);
  const answers = membersOf(answerSchemas[op]);
  return [
    `### ${op}\n`,
    `${words.operations[op]}\n`,
    takes.length === 0 ? 'It takes nothing.\n' : members(takes),
    ...shown(exchange),
    op === 'period'
      ? 'Its members are the answers of these steps.\n'
      : answers.length === 0
        ? 'The answer is empty.\n'
        : answerTable(answers),
    ...(op === 'set' ? [settable] : []),
  ].join('\n');
}

const settable = `${table(
  ['path', 'value'],
  [
    ['`dealer.<bucket>.cash`', 'an amount of at least 0'],
    ['`dealer.<bucket>.tickets`', 'a list of ticket ids: what the dealer holds from now on'],
    ['`trader.<id>.cash`', 'an amount of at least 0'],
  ],
)}\nAny other path is \`invalid\`.\n`;

function shown({ request, answer, note }: Exchange): string[] {
  const json = (value: object): string => `\`\`\`json\n${JSON.stringify(value)}\n\`\`\`\n`;
  return [`Asked:\n`, json(request), `Answered:\n`, json(answer), `${note}\n`];
}

function errorsSection(errors: readonly Exchange[]): string {
  return [
    '## Errors\n',
    'An answer with `ok: false` has an `error` with a `kind` and a `message`. The `kind` is compared; the message is for people, in words of your own.\n',
    meanings('kind', words.errorKinds),
    ...errors.flatMap(shown),
    'A line without a readable id is answered with `"id": null`.\n',
  ].join('\n');
}

function worldSection(): string {
  const ranges = [
    { id: 'short', from: 1, to: 3 },
    { id: 'mid', from: 4, to: 8 },
    { id: 'long', from: 9, to: 15 },
    { id: 'fourth', from: 16, to: null },
  ];
  const { buckets, guardThreshold } = completeWorld(worldSchema.parse({ buckets: ranges }));
  const position = ['first', 'second', 'third', 'any further'];
  const standard = completeWorld(worldSchema.parse({})).buckets;
  return [
    '## World\n',
    'What `reset` takes. `state` answers the same with more members, and may be given to `reset` as it is. An unknown member is `invalid`.\n',
    members(membersOf(worldSchema)),
    '### Defaults by position\n',
    `Where \`buckets\` is left out there are ${String(standard.length)}: ${standard
      .map(({ id, from, to }) => `\`${id}\` from ${String(from)} to ${to === null ? 'no end' : String(to)}`)
      .join(
        ', ',
      )}. What a bucket leaves out depends on its place in the list, not on its name, and is per unit of face: it is multiplied by S.\n`,
    table(
      ['bucket', 'outsideMid', 'outsideSpread', 'midSensitivity', 'spreadSensitivity', 'minSpread'],
      buckets.map((bucket, i) => [
        position[i] ?? '',
        bucket.outsideMid,
        bucket.outsideSpread,
        bucket.midSensitivity,
        bucket.spreadSensitivity,
        bucket.minSpread,
      ]),
    ),
    `\nThe guard threshold is ${guardThreshold} of the face. \`policy.maxArrivals\` is ${String(
      completeWorld(worldSchema.parse({})).policy.maxArrivals,
    )} under \`liquidity_and_investment\`; under the other policies there is no limit.\n`,
    '### Owners\n',
    "The `owner` of a ticket, and every other party, is a trader's id, `dealer:<bucket>` or `vbt:<bucket>`. So the ids of traders and buckets have no colon. A trader holds tickets of one issuer only (MOD-08) and none of its own; a VBT holds tickets of its own bucket only (MOD-09).\n",
  ].join('\n');
}

function wordsSection(): string {
  return [
    '## Words\n',
    '### Reasons of a refusal\n',
    meanings('reason', words.refusals),
    '### Reasons of a pass-through\n',
    '`routedBecause` of a trade whose `route` is `passthrough`. The first that holds is named, in this order.\n',
    meanings('routedBecause', words.routingReasons),
    '### Regimes\n',
    meanings('regime', words.regimes),
    '### Policies\n',
    meanings('policy.kind', words.policyKinds),
    '### Clearing\n',
    meanings('rulings.clearing', words.clearingRules),
    '### Capabilities\n',
    'What is not claimed in the answer to `hello` is not asked. Those from `regimes` on came with minor version 1: where `minor` is left out, they count as claimed, but for `units`.\n',
    table(
      ['capability', 'what is asked with it'],
      allCapabilities.map((name) => [`\`${name}\``, words.capabilities[name]]),
    ),
  ].join('\n');
}

const topLevel = (all: readonly Member[]): Member[] => all.filter(({ path }) => !/[.[]/.test(path));

const leftOutText = (leftOut: string | null): string =>
  leftOut === null ? 'must be given' : leftOut === '' ? 'may be left out' : `\`${leftOut}\``;

const members = (rows: readonly Member[]): string =>
  table(
    ['member', 'type', 'left out', 'meaning'],
    rows.map(({ path, type, leftOut, means }) => [`\`${path}\``, type, leftOutText(leftOut), means]),
  );

const answerTable = (rows: readonly Member[]): string =>
  table(
    ['member', 'type', 'meaning'],
    rows.map(({ path, type, leftOut, means }) => [
      `\`${path}\``,
      type,
      leftOut === null ? means : `${means} (may be left out)`,
    ]),
  );

const meanings = (title: string, of: Readonly<Record<string, string>>): string =>
  table(
    [title, 'meaning'],
    Object.entries(of).map(([word, means]) => [`\`${word}\``, means]),
  );
