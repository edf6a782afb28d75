/** The words that features are written in: every parameter type of every phrase. */
import { defineParameterType } from '@cucumber/cucumber';
import { parseAmount } from './amounts.ts';

/** `Short dealer`, `Mid VBT` or a trader's name, as the protocol names parties. */
export function partyId(name: string): string {
  const [, bucket, kind] = /^(\w+) (dealer|VBT)$/.exec(name.trim()) ?? [];
  return bucket === undefined || kind === undefined
    ? name.trim()
    : `${kind.toLowerCase()}:${bucketId(bucket)}`;
}

export const bucketId = (name: string): string => name.trim().toLowerCase();

/** `short` as features write it. */
export const capitalised = (id: string | null): string | null =>
  id && id.charAt(0).toUpperCase() + id.slice(1);

/** Z of an arrival: nothing else is one of the two. */
export function zOf(cell: string): 0 | 1 {
  if (cell !== '0' && cell !== '1') throw new Error(`"${cell}" is no Z: write 0 or 1`);
  return cell === '0' ? 0 : 1;
}

/** `d1 d2` as a list. */
export const names = (text: string): string[] => text.split(/[\s,]+/).filter((name) => name !== '');

const asItIs = (word: string): string => word;

const TRADER = /[A-Z][A-Za-z]*\d*/;
const PARTY = /[A-Z][a-z]+ dealer|[A-Z][a-z]+ VBT|[A-Z][A-Za-z]*\d*/;
const AMOUNT = /-?\d+(?:\.\d+)?(?:\/\d+)?/;
/** A letter or two with a number: no other word of a phrase is a ticket. */
const TICKET = /[A-Za-z]{1,2}\d+(?:~\d+)?|T\*/;

defineParameterType({ name: 'bucket', regexp: /[A-Z][a-z]+/, transformer: bucketId });
defineParameterType({ name: 'trader', regexp: TRADER, transformer: asItIs });
defineParameterType({ name: 'customer', regexp: PARTY, transformer: partyId });
defineParameterType({ name: 'ticket', regexp: TICKET, transformer: asItIs });
defineParameterType({ name: 'amount', regexp: AMOUNT, transformer: parseAmount });

// from here on: words of single phrases, which the snippet for an undefined step leaves as they are

/** Whom a debt is owed to: a creditor outside the story, or a party. */
defineParameterType({
  name: 'creditor',
  useForSnippets: false,
  regexp: [/someone else/, PARTY],
  transformer: (words: string) => (words === 'someone else' ? null : partyId(words)),
});
/** One day, or every day from one to another. */
defineParameterType({
  name: 'days',
  useForSnippets: false,
  regexp: /\d+|every date from \d+ to \d+/,
  transformer: (words: string): number[] => {
    const [from = 0, to = from] = (words.match(/\d+/g) ?? []).map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  },
});

/** What can be on or off, and the member of the world that says it. */
const switches: Readonly<Record<string, readonly string[]>> = {
  'the clip on outside bids': ['clipOutsideBid'],
  'the par cap on quotes': ['rulings', 'cap_quotes_at_par'],
  'anchor updates': ['anchors', 'update'],
  rollover: ['rollover', 'enabled'],
  'the stop on default': ['run', 'stopOnDefault'],
  'the rounding allowance': ['run', 'allowsRounding'],
  'the checks': ['run', 'checks'],
};
defineParameterType({
  name: 'setting',
  useForSnippets: false,
  regexp: Object.keys(switches).map((name) => new RegExp(name)),
  transformer: (name: string) => switches[name],
});
defineParameterType({
  name: 'switch',
  useForSnippets: false,
  regexp: /on|off/,
  transformer: (word: string) => word === 'on',
});

const quantities: Readonly<Record<string, readonly string[]>> = {
  'guard threshold': ['guardThreshold'],
  'ticket size': ['ticketSize'],
  'cash buffer': ['policy', 'cashBuffer'],
  'SELL probability': ['policy', 'sellProbability'],
};
defineParameterType({
  name: 'quantity',
  useForSnippets: false,
  regexp: Object.keys(quantities).map((name) => new RegExp(name)),
  transformer: (name: string) => quantities[name],
});

const choices: Readonly<Record<string, readonly string[]>> = {
  'clearing rule': ['rulings', 'clearing'],
  'issue price': ['rollover', 'issuePrice'],
  regime: ['regime'],
};
defineParameterType({
  name: 'choice',
  useForSnippets: false,
  regexp: Object.keys(choices).map((name) => new RegExp(name)),
  transformer: (name: string) => choices[name],
});

/** `sells`, `sells h1`, `buys`, `buys in Short`, `buys twice in Short`. */
export interface Order {
  readonly side: 'sell' | 'buy';
  readonly ticket?: string;
  readonly bucket?: string;
  readonly times: number;
}
const TIMES: Readonly<Record<string, number>> = { once: 1, twice: 2, three: 3, four: 4 };
defineParameterType({
  name: 'order',
  useForSnippets: false,
  regexp: [
    new RegExp(`sells(?: (?:${TICKET.source}))?`),
    /buys(?: in [A-Z][a-z]+)?/,
    /buys (?:once|twice|three times|four times|\d+ times) in [A-Z][a-z]+/,
  ],
  transformer: (words: string): Order => {
    const [verb = '', ...rest] = words.split(' ');
    if (verb === 'sells') return { side: 'sell', times: 1, ...(rest[0] ? { ticket: rest[0] } : {}) };
    const place = rest.indexOf('in');
    const count = place > 0 ? (rest[0] ?? '') : 'once';
    const bucket = place < 0 ? {} : { bucket: bucketId(rest[place + 1] ?? '') };
    return { side: 'buy', times: TIMES[count] ?? Number(count), ...bucket };
  },
});
/** `a period`, `the next period`, `3 periods`. */
defineParameterType({
  name: 'periods',
  useForSnippets: false,
  regexp: /a period|the next period|\d+ periods/,
  transformer: (words: string) => (/^\d/.test(words) ? Number.parseInt(words, 10) : 1),
});
/** What a party is left with: `cash 5` or `the tickets "d1 d2"`. */
defineParameterType({
  name: 'possession',
  useForSnippets: false,
  regexp: [new RegExp(`cash ${AMOUNT.source}`), /the tickets "[^"]*"/],
  transformer: (words: string) =>
    words.startsWith('cash ')
      ? { cash: parseAmount(words.slice('cash '.length)) }
      : { tickets: names(words.slice('the tickets "'.length, -1)) },
});
/** How flows that are drawn again are drawn: with which seeds, in the same world or in one opened anew. */
defineParameterType({
  name: 'redraw',
  useForSnippets: false,
  regexp: /(?:with one seed|with seeds of their own|without a seed), (?:each time anew|one after the other)/,
  transformer: (words: string) => ({
    seed: (n: number) =>
      words.startsWith('with one') ? { seed: 7 } : words.startsWith('with seeds') ? { seed: n } : {},
    anew: words.endsWith('anew'),
  }),
});
defineParameterType({
  name: 'sameness',
  useForSnippets: false,
  regexp: /the same|not the same/,
  transformer: (words: string) => words === 'the same',
});
/** N_max, null where there is none. */
defineParameterType({
  name: 'limit',
  useForSnippets: false,
  regexp: /at most \d+|any number of/,
  transformer: (words: string) => (words === 'any number of' ? null : Number(words.slice('at most '.length))),
});
/** What there may be none of. */
defineParameterType({
  name: 'happenings',
  useForSnippets: false,
  regexp: /crossings|claims due|reissues|declined rollovers|arrivals/,
  transformer: asItIs,
});
defineParameterType({
  name: 'kind',
  useForSnippets: false,
  regexp: /traders|desks|tickets|markets|policy/,
  transformer: asItIs,
});

defineParameterType({ name: 'file', regexp: /[\w./-]+\.(?:csv|jsonl?)/, transformer: asItIs });
defineParameterType({
  name: 'document',
  useForSnippets: false,
  regexp: /the scenario|the sweep|the answer|the JSON on stdout|[\w./-]+\.json/,
  transformer: asItIs,
});
defineParameterType({
  name: 'remark',
  useForSnippets: false,
  regexp: /warns|notes|answers/,
  transformer: asItIs,
});
/** What a command says: some words, or nothing. */
defineParameterType({
  name: 'words',
  useForSnippets: false,
  regexp: /nothing|".+"/,
  transformer: (text: string) => (text === 'nothing' ? null : text.slice(1, -1)),
});

export interface Opening {
  /** Who is listed twice. */
  readonly twice: string | null;
  readonly fromState: boolean;
}
defineParameterType({
  name: 'opening',
  useForSnippets: false,
  regexp: /opened(?: with \w+ listed twice)?|closed and opened again from its state/,
  transformer: (words: string): Opening => ({
    twice: /with (\w+) listed twice/.exec(words)?.[1] ?? null,
    fromState: words.startsWith('closed'),
  }),
});

export interface ExpectedRefusal {
  readonly kind: string;
  readonly reason: string | null;
}
/** How a request is refused: the kind, and where it matters the words of the reason. */
defineParameterType({
  name: 'refusal',
  useForSnippets: false,
  regexp: /\w+(?:: ".*")?/,
  transformer: (words: string): ExpectedRefusal => {
    const [kind = '', ...reason] = words.split(': ');
    return { kind, reason: reason.length === 0 ? null : reason.join(': ').slice(1, -1) };
  },
});
defineParameterType({
  name: 'manner',
  useForSnippets: false,
  regexp: /from its manifest|in a process of its own/,
  transformer: asItIs,
});
/** A file is read as one of the two. */
defineParameterType({ name: 'format', useForSnippets: false, regexp: /scenario|sweep/, transformer: asItIs });
/** What a start consists of. */
defineParameterType({
  name: 'part',
  useForSnippets: false,
  regexp: /ring|whole ring|calendar|desks|additional debts/,
  transformer: asItIs,
});
/** What is done with a sweep as a whole. */
defineParameterType({
  name: 'deed',
  useForSnippets: false,
  regexp: /run|resumed|compared with the one before it|exported|analyzed/,
  transformer: asItIs,
});
/** Where a sweep is cut off: between two records, or within one. */
defineParameterType({
  name: 'cut',
  useForSnippets: false,
  regexp: /after \d+ pairs?|within the record of pair \d+/,
  transformer: (words: string) => ({
    pairs: Number(/\d+/.exec(words)?.[0]),
    within: words.startsWith('within'),
  }),
});
