/** Scenario files that are damaged in every way: they are read as they are meant, or refused where they are wrong. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { onOneLine } from '../../src/printable.ts';
import { runScenario } from '../../src/run/run.ts';
import { resolvedSweep } from '../../src/scenario/grid.ts';
import { parseScenario, type Scenario } from '../../src/scenario/load.ts';
import { parseSweep } from '../../src/scenario/sweep.ts';
import { assertTold, attempt, hostileValue, parameters } from '../fuzz.ts';

const FILE = 'f.yaml';
const shipped = ['baseline', 'balanced-small', 'balanced-625'].map((name) =>
  readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8'),
);

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** Of some keys: values that any file may have, and values that none may. Written by hand from chapter CFG. */
const keys: Readonly<Record<string, { readonly right: readonly Value[]; readonly wrong: readonly Value[] }>> =
  {
    seed: { right: [0, 42, 1e6], wrong: [-1, 0.5, 1e99] },
    periods: { right: [1, 30], wrong: [0, -1, 1.5, 1e7] },
    regime: { right: ['active', 'passive'], wrong: ['Active', '', 'both'] },
    arithmetic: { right: ['decimal', 'float64'], wrong: ['double', 64] },
    checks: { right: [true, false], wrong: ['true', 'yes', 1] },
    stop_on_default: { right: [true, false], wrong: ['false', 0] },
    'guard.Mmin': { right: [0, 0.02, '0.02'], wrong: [-0.01, 1e9, '1e-19'] },
    'guard.clip_nonneg_B': { right: [true, false], wrong: ['on', 1] },
    'order_flow.pi_sell': { right: [0, 0.5, 1, '1.0'], wrong: [1.1, -0.1, 'half'] },
    'order_flow.Nmax': { right: [0, 3, 50], wrong: [-1, 2.5, 'many'] },
    'trader_policy.kind': { right: ['liquidity_and_investment', 'default_avoidance'], wrong: ['none', 1] },
    'trader_policy.H_min_invest': { right: [0, 3], wrong: [-1, 0.1] },
    'trader_policy.buffer_cash_B': { right: [0, 1, 2.5], wrong: [-1, 1e9] },
    'anchors.update': { right: [true, false], wrong: ['yes', 1] },
    'rollover.enabled': { right: [true, false], wrong: ['no', 0] },
    'rollover.issue_price': { right: ['par', 'mid'], wrong: ['ask', 1] },
    'rulings.clearing': { right: ['cash_on_hand', 'sequential', 'clearing_vector'], wrong: ['netting'] },
    'buckets.short.M0': { right: [1, 0.9], wrong: [0, -1, '1/2'] },
    'buckets.mid.O0': { right: [0, 0.3], wrong: [-0.1, 'wide'] },
    'buckets.long.phiO': { right: [0, 0.6], wrong: [-1] },
    'ring.n_traders': { right: [100, 120], wrong: [1, 100.5, 'all'] },
    'ring.kappa': { right: [0.5, 2], wrong: [0, -1] },
    'ring.concentration': { right: [0.2, 5], wrong: [0, -2] },
    'ring.mu': { right: [0, 0.25, 1], wrong: [1.5, -0.5] },
    'ring.maturity_days': { right: [1, 12], wrong: [0, 2.5] },
  };
/** What no key that takes a single value may have. */
const neverRight: readonly Value[] = [[], [1], { a: 1 }, [[[]]], '.nan', '1e400', 'x'.repeat(100), '\u0000'];

const paths = Object.keys(keys);
const ruleOf = (path: string) => keys[path] ?? { right: [], wrong: [] };

const rightOf = (path: string): fc.Arbitrary<readonly [string, Value]> =>
  fc.constantFrom(...ruleOf(path).right).map((value) => [path, value] as const);

const rightValues: fc.Arbitrary<ReadonlyMap<string, Value>> = fc
  .shuffledSubarray(paths)
  .chain((some) => fc.tuple(...some.map(rightOf)))
  .map((pairs) => new Map(pairs));

const wrongValue: fc.Arbitrary<readonly [string, Value]> = fc
  .constantFrom(...paths)
  .chain((path) =>
    fc.constantFrom(...ruleOf(path).wrong, ...neverRight).map((value) => [path, value] as const),
  );

function nested(values: ReadonlyMap<string, Value>): Record<string, Value> {
  const root: Record<string, Value> = {};
  for (const [path, value] of values) {
    const steps = path.split('.');
    let section = root;
    for (const step of steps.slice(0, -1)) section = (section[step] ??= {}) as Record<string, Value>;
    section[steps.at(-1) ?? ''] = value;
  }
  return root;
}

/** The same document as lines, as JSON, in brackets, with remarks and with Windows line ends. */
const spellings: readonly ((document: object) => string)[] = [
  (document) => stringify(document),
  (document) => JSON.stringify(document),
  (document) => JSON.stringify(document, null, 4),
  (document) => stringify(document, { collectionStyle: 'flow' }),
  (document) => `# a remark\n\n${stringify(document, { indent: 7 })}\n# the end\n`,
  (document) => `\ufeff${stringify(document).replaceAll('\n', '\r\n')}`,
  (document) => stringify(document, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
];
const spelling = fc.constantFrom(...spellings);

const load = (text: string): Scenario => parseScenario(text, FILE).scenario;
const refusal = (text: string): string => {
  const came = attempt(() => load(text));
  assert.ok('refused' in came, `it was read:\n${text}`);
  assertTold(came.refused, new Map([[FILE, text.split('\n').length]]));
  return came.refused;
};
const share = (part: number) => ({ ...parameters, numRuns: Math.ceil(parameters.numRuns * part) });

test('a right file is read alike in every spelling, and its values are those that it gives', () => {
  fc.assert(
    fc.property(rightValues, spelling, (values, spell) => {
      const document = nested(values);
      const scenario = load(spell(document));
      assert.deepEqual(scenario, load(JSON.stringify(document)));
      for (const [path, value] of values) {
        const read = path
          .split('.')
          .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], scenario);
        if (typeof value === 'number') assert.equal(Number(read), value, path);
        else if (typeof value === 'boolean' || Number.isNaN(Number(value))) assert.equal(read, value, path);
      }
      assert.deepEqual(load(JSON.stringify(scenario)), scenario, 'a resolved scenario loads as itself');
    }),
    share(0.25),
  );
});

test('one wrong value is refused at its path, in its line, and nothing else is', () => {
  fc.assert(
    fc.property(rightValues, wrongValue, (values, [path, value]) => {
      const document = nested(new Map([...values, [path, value]]));
      const text = stringify(document);
      const said = refusal(text).split(/\n(?=f\.yaml)/);
      const at = said.filter((line) =>
        new RegExp(`^f\\.yaml:\\d+: ${path.replaceAll('.', '\\.')}[:[.]`).test(line),
      );
      assert.deepEqual(said, at);
      const [, line = ''] = /^f\.yaml:(\d+):/.exec(said[0] ?? '') ?? [];
      assert.match(
        text.split('\n')[Number(line) - 1] ?? '',
        new RegExp(`^\\s*${path.split('.').at(-1) ?? ''}:`),
      );
    }),
    share(0.25),
  );
});

test('an unknown key is refused in whatever section it stands', () => {
  const sections = [...new Set(paths.map((path) => path.split('.').slice(0, -1).join('.')))];
  fc.assert(
    fc.property(rightValues, fc.constantFrom(...sections), hostileKey, (values, section, key) => {
      const path = section === '' ? key : `${section}.${key}`;
      const said = refusal(JSON.stringify(nested(new Map([...values, [path, 1]])), null, 1));
      const refused = key === '<<' ? 'found a merge key' : `the unknown key ${onOneLine(key)}`;
      assert.ok(said.includes(refused), said);
    }),
    share(0.1),
  );
});
const hostileKey = fc.constantFrom(
  'kapa',
  'constructor',
  'toString',
  'x'.repeat(200),
  'Seed',
  'M_0',
  '\u202e',
  '<<',
  'null',
);

const words = [
  ...[
    '*a',
    '&a ',
    '&a [*a]',
    '*a : 1',
    '<<: *a',
    '!!binary x',
    '!!set {a}',
    '!!omap [a: 1]',
    '!x y',
    '%YAML 1.1\n---\n',
    '---\n',
    '...\n',
  ],
  ...[
    '- ',
    ': ',
    '? ',
    '| ',
    '>',
    '"',
    "'",
    '[',
    '{',
    ']',
    '}',
    ', ',
    '\t',
    '\r',
    '\n',
    '\u0000',
    '\ufeff',
    '\u2028',
    '#',
    '@',
    '`',
    '~',
    '.inf',
  ],
  ...[
    '-',
    '0',
    '9',
    'e9',
    '.',
    '9'.repeat(400),
    '['.repeat(300),
    '{a: '.repeat(300),
    '- '.repeat(300),
    '__proto__: 1\n',
    'constructor: 1\n',
  ],
  ...[
    'ring: null\n',
    'buckets: {a: {tau: 1+, O0: 0}}\n',
    'balance: additional\n',
    'sweep: {kappas: [1]}\n',
    'ring: {cash: {vector: [1]}}\n',
  ],
];

/** A file of ours with a few places written over. */
const damaged: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...shipped),
    fc.array(
      fc.tuple(fc.oneof(fc.constantFrom(...words), fc.string()), fc.nat({ max: 1e6 }), fc.nat({ max: 20 })),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((now, [put, n, gone]) => {
      const at = n % (now.length + 1);
      return now.slice(0, at) + put + now.slice(at + gone);
    }, text),
  );

/** A file of ours with one value in place of another, or without it. */
const replaced: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...shipped),
    fc.nat({ max: 1e6 }),
    fc.option(hostileValue, { nil: undefined, freq: 3 }),
  )
  .map(([text, n, put]) => {
    const document = parseDocument(text);
    const places: unknown[][] = [];
    const walk = (value: unknown, at: unknown[]): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        places.push([...at, key]);
        walk(inner, [...at, key]);
      }
    };
    walk(document.toJS(), []);
    const place = places[n % places.length] ?? [];
    if (put === undefined) document.deleteIn(place);
    else document.setIn(place, put);
    return document.toString();
  });

/** Whether the library's own reading of the text finds errors, or names that stand for nothing. */
function isBroken(text: string): boolean {
  const document = parseDocument(text, { uniqueKeys: false });
  try {
    document.toJS();
  } catch {
    return true;
  }
  return document.errors.length > 0;
}

/** Rings that are run for a period in a moment. */
const isSmall = ({ ring, ticket_size_S }: Scenario): boolean =>
  ring.n_traders <= 200 &&
  Number(ring.total_debt_Q) / Number(ticket_size_S) <= 2000 &&
  ring.maturity_days <= 1000;

test('a damaged file is refused where it is damaged, or is a scenario that runs', () => {
  let refused = 0;
  let ran = 0;
  fc.assert(
    fc.property(fc.oneof(damaged, replaced), (text) => {
      const lengths = new Map([[FILE, text.split(/\r\n?|\n/).length]]);
      const came = attempt(() => load(text));
      const sweep = attempt(() => parseSweep(text, FILE));
      const broken = isBroken(text);
      for (const one of [came, sweep]) {
        if (broken) assert.ok('refused' in one, 'another parser cannot read it');
        if ('refused' in one) assertTold(one.refused, lengths);
      }
      if ('read' in sweep) {
        const again = JSON.stringify(resolvedSweep(sweep.read));
        assert.equal(JSON.stringify(resolvedSweep(parseSweep(again, FILE))), again);
      }
      if ('refused' in came) {
        refused++;
        return;
      }
      assert.deepEqual(load(JSON.stringify(came.read)), came.read);
      if (!isSmall(came.read) || ran > parameters.numRuns / 10) return;
      ran++;
      attempt(() => runScenario({ ...came.read, periods: 1 }));
    }),
    share(0.4),
  );
  assert.ok(refused > parameters.numRuns / 20, `${String(refused)} were refused`);
  assert.ok(ran > parameters.numRuns / 40, `${String(ran)} were run`);
});
