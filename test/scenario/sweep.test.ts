import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildInitialState } from '../../src/scenario/initial.ts';
import { parseScenario, type Scenario } from '../../src/scenario/load.ts';
import {
  gridPoints,
  pointAt,
  pointCount,
  resolvedSweep,
  scenarioAt,
  type Grid,
} from '../../src/scenario/grid.ts';
import { pairComparison, shownArms, sweepRegimes } from '../../src/scenario/regimes.ts';
import { loadSweep } from '../../src/scenario/read.ts';
import { parseSweep, usualSweep, type LoadedSweep } from '../../src/scenario/sweep.ts';
import { sweepNotes } from '../../src/scenario/sweep-notes.ts';
import { faultsOf } from './faults-of.ts';

const load = (text: string, overrides = {}): LoadedSweep => parseSweep(text, 'sweep.yaml', overrides);

/** `line path: found`, one text a fault. */
const brief = (text: string, overrides = {}): string[] =>
  faultsOf(() => load(text, overrides)).map(({ line, path, found }) => `${String(line)} ${path}: ${found}`);

/** The grid of the source's command line. CLI-02. */
const published = {
  'sweep.kappas': '0.25,0.5,1,2,4',
  'sweep.concentrations': '0.2,0.5,1,2,5',
  'sweep.mus': '0,0.25,0.5,0.75,1',
  'sweep.outside_mid_ratios': '1.0,0.9,0.8,0.75,0.5',
};

const bucket = (O0: string, min: number, max: number | null) => ({
  tau: { min, max },
  M0: '0.75',
  O0,
  Omin: '0',
  phiM: '1',
  phiO: '0.6',
});

void test('BAL-07: without a file and without a word, a balanced run and its active regime', () => {
  const { base, grid, warnings } = loadSweep(null);
  assert.deepEqual(base, {
    seed: 42,
    periods: 15,
    regime: 'active',
    arithmetic: 'float64',
    checks: true,
    stop_on_default: false,
    allow_small_ring: false,
    ticket_size_S: '20',
    rulings: { clearing: 'cash_on_hand', cap_quotes_at_par: false },
    buckets: { short: bucket('0.2', 1, 3), mid: bucket('0.3', 4, 8), long: bucket('0.4', 9, null) },
    guard: { Mmin: '0.02', clip_nonneg_B: true },
    dealers: { init_target_capacity_Xstar: null },
    order_flow: { pi_sell: '0.5', Nmax: null },
    trader_policy: { kind: 'default_avoidance', H_min_invest: 3, buffer_cash_B: '1', horizon: 10 },
    initial_allocation: null,
    balance: { mode: 'share_of_total', vbt_share: '0.25', dealer_share: '0.125' },
    anchors: { update: true },
    rollover: { enabled: true, issue_price: 'par' },
    ring: {
      n_traders: 100,
      n_traders_min: 100,
      total_debt_Q: '10000',
      kappa: '1',
      liquidity_ratio: null,
      debts: 'drawn',
      concentration: '1',
      mu: '0.5',
      maturity_days: 10,
      cash: 'uniform',
    },
  });
  assert.deepEqual(grid, {
    kappas: ['1'],
    liquidityRatios: null,
    concentrations: ['1'],
    mus: ['0.5'],
    outsideMidRatios: ['0.75'],
    axes: [],
    design: null,
    frontier: null,
    replicates: 1,
    precision: null,
    seedPerPair: false,
    baseSeed: 42,
    regimes: ['passive', 'active'],
    comparisons: [['passive', 'active']],
  });
  assert.deepEqual(warnings, []);
});

void test('BAL-07: what the file says stands, and the horizon follows the days', () => {
  const { base } = load(`
arithmetic: decimal
balance: additional
rollover: {enabled: false}
ring: {maturity_days: 6}
`);
  assert.deepEqual(
    [base.arithmetic, base.rollover.enabled, base.trader_policy.horizon],
    ['decimal', false, 6],
  );
  assert.deepEqual(base.balance, { mode: 'additional', big_entity_share: '0.25' });
  assert.equal(load('trader_policy: {H_min_invest: 4}').base.trader_policy.horizon, 4);
  assert.equal(load('trader_policy: {horizon: 2}').base.trader_policy.horizon, 2);
  // the same in one balanced scenario, which counts in decimals
  const { scenario } = parseScenario('balance: {}', 'here');
  assert.deepEqual({ ...scenario, arithmetic: 'float64' }, loadSweep(null).base);
});

void test('BAL-10, CLI-02: the lists of a command line, of a file and of single values', () => {
  const { base, grid } = loadSweep(null, published);
  assert.equal(pointCount(grid), 625);
  assert.deepEqual(grid.kappas, ['0.25', '0.5', '1', '2', '4']);
  assert.deepEqual(grid.outsideMidRatios, ['1', '0.9', '0.8', '0.75', '0.5']);
  assert.deepEqual([base.ring.kappa, base.ring.concentration, base.ring.mu], ['0.25', '0.2', '0']);
  assert.equal(base.buckets['long']?.M0, '1');
  assert.deepEqual(load('sweep: {mus: [0, 0.50, "1"]}').grid.mus, ['0', '0.5', '1']);
  assert.deepEqual(load('sweep: {mus: " 0 , .5,1"}').grid.mus, ['0', '0.5', '1']);
  assert.deepEqual(load('sweep: {mus: 0.5}').grid.mus, ['0.5']);
  assert.deepEqual(loadSweep(null, { 'sweep.mus': '[0, 0.5]' }).grid.mus, ['0', '0.5']);
});

void test('BAL-10: a list that is left out has one value, the scenario’s own', () => {
  const { grid } = load(`
buckets: {short: {M0: 0.9}, mid: {M0: 0.9}, long: {M0: 0.90}}
ring: {liquidity_ratio: 2, concentration: 0.3, mu: 1}
`);
  assert.deepEqual([grid.kappas, grid.liquidityRatios], [null, ['2']]);
  assert.deepEqual([grid.concentrations, grid.mus, grid.outsideMidRatios], [['0.3'], ['1'], ['0.9']]);
});

void test('CLI-02: lists given from outside win over the file, kappas over its liquidity ratios too', () => {
  const text = 'sweep: {liquidity_ratios: [1, 2], seeds: 2}\nring: {mu: 1}';
  const { grid, base } = load(text, { 'sweep.kappas': '4', 'sweep.seeds': '20' });
  assert.deepEqual([grid.kappas, grid.liquidityRatios, grid.replicates], [['4'], null, 20]);
  assert.deepEqual([base.ring.kappa, base.ring.liquidity_ratio], ['4', null]);
  const other = load('sweep: {kappas: [1, 2]}', { 'sweep.liquidity_ratios': '0.5, 4' });
  assert.deepEqual([other.grid.kappas, other.grid.liquidityRatios], [null, ['0.5', '4']]);
  assert.deepEqual([other.base.ring.kappa, other.base.ring.liquidity_ratio], [null, '0.5']);
});

void test('BAL-06: a value above 1 is the price of a ticket', () => {
  const ratios = (S: string, list: string): readonly string[] =>
    load(`ticket_size_S: ${S}\nring: {total_debt_Q: 90000}\nsweep: {outside_mid_ratios: ${list}}`).grid
      .outsideMidRatios;
  assert.deepEqual(ratios('20', '[20, 19, 18, 15, 10]'), ['1', '0.95', '0.9', '0.75', '0.5']);
  assert.deepEqual(ratios('20', '[1, 0.75, 1.5]'), ['1', '0.75', '0.075']);
  // 10 of 30 comes back as 10, though the ratio does not end
  const { base, grid } = load(
    'ticket_size_S: 30\nring: {total_debt_Q: 9000}\nsweep: {outside_mid_ratios: [10]}',
  );
  assert.deepEqual(grid.outsideMidRatios, ['0.3333333333333333333333333333']);
  for (const { outsideMid } of buildInitialState(base).world.buckets) assert.equal(outsideMid, '10');
});

void test('BAL-10: the grid in the order of kappa, c, mu, rho and replicate', () => {
  const { grid } = load(`
seed: 100
sweep:
  kappas: [1, 2]
  concentrations: [0.5, 5]
  mus: [0, 1]
  outside_mid_ratios: [0.75]
  seeds: 2
`);
  const points = [...gridPoints(grid)];
  assert.deepEqual(
    points.map((p) =>
      [p.index, p.kappa, p.concentration, p.mu, p.outsideMidRatio, p.replicate, p.seed].join(' '),
    ),
    [
      ...['0 1 0.5 0 0.75 0 100', '1 1 0.5 0 0.75 1 101', '2 1 0.5 1 0.75 0 100', '3 1 0.5 1 0.75 1 101'],
      ...['4 1 5 0 0.75 0 100', '5 1 5 0 0.75 1 101', '6 1 5 1 0.75 0 100', '7 1 5 1 0.75 1 101'],
      ...['8 2 0.5 0 0.75 0 100', '9 2 0.5 0 0.75 1 101', '10 2 0.5 1 0.75 0 100', '11 2 0.5 1 0.75 1 101'],
      ...['12 2 5 0 0.75 0 100', '13 2 5 0 0.75 1 101', '14 2 5 1 0.75 0 100', '15 2 5 1 0.75 1 101'],
    ],
  );
  assert.deepEqual(
    points.map(({ index }) => pointAt(grid, index)),
    points,
  );
  assert.throws(() => pointAt(grid, 16), /no pair 16/);
  assert.throws(() => pointAt(grid, -1), /no pair -1/);
});

void test('BAL-11R: seeds by replicate, or by pair where that is asked for', () => {
  const seeds = (text: string): number[] => [...gridPoints(load(text).grid)].map(({ seed }) => seed);
  const grid = 'kappas: [1, 2], mus: [0, 1], seeds: 3';
  assert.deepEqual(seeds(`seed: 7\nsweep: {${grid}}`), [7, 8, 9, 7, 8, 9, 7, 8, 9, 7, 8, 9]);
  assert.deepEqual(
    seeds(`seed: 7\nsweep: {${grid}, seed_per_pair: true}`),
    [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
  );
});

void test('a million pairs are told one at a time', () => {
  const hundredths = (n: number): string =>
    Array.from({ length: n }, (_, i) => String((i + 1) / 100)).join(',');
  const { grid } = load(`sweep: {kappas: "${hundredths(100)}", mus: "${hundredths(100)}", seeds: 100}`);
  assert.equal(pointCount(grid), 1_000_000);
  const before = process.memoryUsage().heapUsed;
  let last = null;
  for (const point of gridPoints(grid)) if (point.index % 100_000 === 99_999) last = point;
  assert.equal(last?.index, 999_999);
  assert.deepEqual([last.kappa, last.mu, last.replicate], ['1', '1', 99]);
  assert.ok(process.memoryUsage().heapUsed - before < 100e6);
});

void test('BAL-01, BAL-08: the scenario of a run, and of the others of its pair', () => {
  const { base, grid } = loadSweep(null, { ...published, 'sweep.seeds': '2', seed: '5' });
  const point = pointAt(grid, 1249);
  const active = scenarioAt(base, point, 'active');
  assert.deepEqual([active.seed, active.regime, active.ring.kappa], [6, 'active', '4']);
  assert.deepEqual([active.ring.concentration, active.ring.mu], ['5', '1']);
  assert.deepEqual(
    Object.values(active.buckets).map(({ M0 }) => M0),
    ['0.5', '0.5', '0.5'],
  );
  for (const regime of grid.regimes)
    assert.deepEqual({ ...scenarioAt(base, point, regime), regime: 'active' }, active);
  // a run is repeated from its own scenario
  assert.deepEqual(parseScenario(JSON.stringify(active), 'manifest'), { scenario: active, warnings: [] });
  const ratio = load('sweep: {liquidity_ratios: [0.5, 2]}');
  const { ring } = scenarioAt(ratio.base, pointAt(ratio.grid, 1), 'passive');
  assert.deepEqual([ring.kappa, ring.liquidity_ratio], [null, '2']);
});

void test('OUT-12: a resolved sweep loads as itself, and is plain data', () => {
  const texts = [
    'sweep: {}',
    'sweep: {kappas: [2, 1], seeds: 3, seed_per_pair: true, regimes: [baseline, active, passive]}',
    'ticket_size_S: 30\nring: {total_debt_Q: 9000}\nsweep: {liquidity_ratios: 0.3, outside_mid_ratios: "10, 0.5"}',
    'balance: additional\nring: {kappa: 3, mu: 0.1}\nseed: 9',
  ];
  for (const text of texts) {
    const { base, grid } = load(text);
    const resolved = resolvedSweep({ base, grid });
    const again = parseSweep(JSON.stringify(resolved), 'manifest.json');
    assert.deepEqual(again, { base, grid, warnings: [] });
    assert.equal(JSON.stringify(resolvedSweep(again)), JSON.stringify(resolved));
  }
});

/** The active runs of a sweep by the value of its only axis. */
const byValue = (text: string): Record<string, Scenario> => {
  const { base, grid, warnings } = load(text);
  // a manifest gives the sweep again
  const again = parseSweep(JSON.stringify(resolvedSweep({ base, grid })), 'manifest.json');
  assert.deepEqual([again, warnings], [{ base, grid, warnings: [] }, []]);
  return Object.fromEntries(
    [...gridPoints(grid)].map((point) => [
      String(point.settings[0]?.value),
      scenarioAt(base, point, 'active'),
    ]),
  );
};

void test('EXP-01: a policy as an axis changes itself alone, in whatever order its values are listed', () => {
  const policies = ['two_sided', 'liquidity_and_investment', 'default_avoidance'];
  const limits = (text: string, list: readonly string[]): unknown => {
    const axis = `sweep: {axes: {trader_policy.kind: [${list.join(', ')}]}}`;
    const runs = byValue(`ring: {maturity_days: 7}\n${text}\n${axis}`);
    assert.deepEqual(Object.keys(runs).toSorted(), policies.toSorted());
    const all = Object.values(runs).map(({ order_flow, trader_policy: { horizon } }) => [
      order_flow.Nmax,
      horizon,
    ]);
    return [...new Set(all.map((limit) => limit.join(' ')))];
  };
  for (const list of [policies, policies.toReversed()]) {
    // the file's own policy is default_avoidance, without a limit; it looks ahead to day T
    assert.deepEqual(limits('', list), [' 7']);
    assert.deepEqual(limits('trader_policy: {kind: liquidity_and_investment}', list), ['3 7']);
    assert.deepEqual(limits('trader_policy: {kind: liquidity_and_investment, horizon: 5}', list), ['3 5']);
    assert.deepEqual(limits('order_flow: {Nmax: 8}', list), ['8 7']);
    assert.deepEqual(
      limits('trader_policy: {kind: liquidity_and_investment}\norder_flow: {Nmax: null}', list),
      [' 7'],
    );
  }
});

void test('EXP-01, FLW-01: no limit on arrivals beside one of three', () => {
  const policy = 'trader_policy: {kind: liquidity_and_investment}';
  const runs = byValue(`${policy}\nsweep: {axes: {order_flow.Nmax: [null, 3]}}`);
  assert.deepEqual([runs['null']?.order_flow.Nmax, runs['3']?.order_flow.Nmax], [null, 3]);
  // as sensitivity sets it. EXP-10
  const { base } = parseSweep(`${policy}\nsweep: {}`, 'sweep.yaml', { 'order_flow.Nmax': 'null' });
  assert.equal(base.order_flow.Nmax, null);
});

void test('EXP-01: a mode as an axis leaves every share as the file has it', () => {
  for (const given of ['mode: additional, ', 'mode: share_of_total, ', ''])
    for (const list of ['share_of_total, additional', 'additional, share_of_total']) {
      const shares = 'dealer_share: 0.1, big_entity_share: 0.5';
      const runs = byValue(`balance: {${given}${shares}}\nsweep: {axes: {balance.mode: [${list}]}}`);
      assert.deepEqual(runs['additional']?.balance, { mode: 'additional', big_entity_share: '0.5' });
      assert.deepEqual(runs['share_of_total']?.balance, {
        ...{ mode: 'share_of_total', vbt_share: '0.25', dealer_share: '0.1' },
      });
    }
});

void test('EXP-01: what one value of an axis makes use of is no unused key', () => {
  const warnings = (axes: string): string[] =>
    load(`rollover: {enabled: false, issue_price: mid}\nsweep: {axes: {${axes}}}`).warnings;
  assert.deepEqual(warnings('rollover.enabled: [false, true]'), []);
  assert.deepEqual(warnings('trader_policy.horizon: [1, 2]'), [
    'rollover.issue_price is not used while rollover.enabled is false',
  ]);
});

void test('EXP-03: a sweep has any of the four arms, in one order, and what can be compared of them', () => {
  const regimes = (list: string): Grid['regimes'] => load(`sweep: {regimes: ${list}}`).grid.regimes;
  assert.deepEqual(usualSweep().grid.regimes, ['passive', 'active']);
  assert.deepEqual(regimes('[active, passive]'), ['passive', 'active']);
  assert.deepEqual(regimes('"baseline,passive,active"'), ['passive', 'active', 'baseline']);
  assert.deepEqual(regimes('baseline'), ['baseline']);
  fc.assert(
    fc.property(fc.shuffledSubarray([...sweepRegimes], { minLength: 1 }), (list) => {
      const sweep = usualSweep({ 'sweep.regimes': list.join(',') });
      const { grid } = sweep;
      assert.deepEqual(
        grid.regimes,
        sweepRegimes.filter((arm) => list.includes(arm)),
      );
      assert.ok(grid.comparisons.flat().every((arm) => list.includes(arm)));
      assert.ok(pairComparison(grid) !== null || list.length <= 2, list.join());
      assert.ok(shownArms(grid).every((arm) => list.includes(arm)));
      // a manifest gives the sweep again
      const again = parseSweep(JSON.stringify(resolvedSweep(sweep)), 'manifest.json');
      assert.deepEqual(resolvedSweep(again), resolvedSweep(sweep));
    }),
  );
  // what is named is kept; passive − active comes after it only where both arms are there
  const named = (list: string, comparisons: string): Grid['comparisons'] =>
    load(`sweep: {regimes: ${list}, comparisons: ${comparisons}}`).grid.comparisons;
  assert.deepEqual(named('[backstop, active]', '[[active, backstop]]'), [['active', 'backstop']]);
  assert.deepEqual(named('[backstop, active, passive]', '[[backstop, active]]'), [
    ['backstop', 'active'],
    ['passive', 'active'],
  ]);
  assert.deepEqual(brief('sweep: {regimes: [active, passive, active]}'), [
    '1 sweep.regimes[2]: active again',
  ]);
});

void test('CFG-03: all that is wrong with a grid, at once and in its place', () => {
  const text = `
sweep:
  kappas: [1, x, 0, -1, 2e9]
  concentrations: []
  mus: [0, 1.01]
  outside_mid_ratios: [20, 21, 0]
  seeds: 1.5
  seed_per_pair: 1
  regimes: [active, pasive]
  replicates: 3
ring: {kapa: 1}
`;
  assert.deepEqual(brief(text), [
    '3 sweep.kappas[1]: x',
    '3 sweep.kappas[2]: 0',
    '3 sweep.kappas[3]: -1',
    '3 sweep.kappas[4]: 2e9',
    '4 sweep.concentrations: the list []',
    '5 sweep.mus[1]: 1.01',
    '6 sweep.outside_mid_ratios[2]: 0',
    '7 sweep.seeds: 1.5',
    '8 sweep.seed_per_pair: 1',
    '9 sweep.regimes[1]: pasive',
    '10 sweep.replicates: the unknown key replicates',
    '11 ring.kapa: the unknown key kapa',
  ]);
});

void test('BAL-10: a value twice is refused however it is written', () => {
  assert.deepEqual(brief('sweep: {kappas: [0.5, 1, 0.50]}'), ['1 sweep.kappas[2]: 0.5 again']);
  assert.deepEqual(brief('sweep: {mus: "0, 0.0, 1, 1e0"}'), [
    '1 sweep.mus[1]: 0 again',
    '1 sweep.mus[3]: 1 again',
  ]);
  assert.deepEqual(brief('sweep: {outside_mid_ratios: [0.75, 15, 1, 20]}'), [
    '1 sweep.outside_mid_ratios[1]: 15, a ratio of 0.75 again',
    '1 sweep.outside_mid_ratios[3]: 20, a ratio of 1 again',
  ]);
});

void test('BAL-10: empty, too large, both kinds of money, more than money holds, seeds beyond the generator', () => {
  for (const empty of ['', '[]', '""', '{}']) assert.equal(brief(`sweep: {mus: ${empty}}`).length, 1, empty);
  assert.deepEqual(brief('sweep: {}', { 'sweep.kappas': '' }), ['0 sweep.kappas: nothing']);
  assert.equal(brief('sweep: {}', { 'sweep.kappas': '1,' }).length, 1);
  assert.deepEqual(brief('sweep: {kappas: [1, 2], mus: [0, 1], seeds: 250001}'), [
    '1 sweep: a grid of 1000004 pairs',
  ]);
  assert.deepEqual(brief('sweep: {kappas: [1, 2], mus: [0, 1], seeds: 250000}'), []);
  assert.deepEqual(brief('sweep:\n  kappas: [1]\n  liquidity_ratios: [2]'), [
    '3 sweep.liquidity_ratios: both kappas and liquidity_ratios',
  ]);
  assert.deepEqual(brief('sweep: {kappas: [1, 0.00001]}'), ['1 sweep.kappas[1]: a total cash of 1600000000']);
  assert.deepEqual(brief('sweep: {liquidity_ratios: [1, 100000]}'), [
    '1 sweep.liquidity_ratios[1]: a total cash of 1600000000',
  ]);
  assert.deepEqual(brief('sweep: {outside_mid_ratios: [1, 20.01]}'), [
    '1 sweep.outside_mid_ratios[1]: 20.01',
  ]);
  assert.deepEqual(brief('ticket_size_S: 1\nsweep: {outside_mid_ratios: [1, 1.5]}'), [
    '2 sweep.outside_mid_ratios[1]: 1.5',
  ]);
  assert.deepEqual(brief('seed: 4294967290\nsweep: {kappas: [1, 2], seeds: 6}'), []);
  assert.deepEqual(brief('seed: 4294967290\nsweep: {kappas: [1, 2], seeds: 7}'), ['1 seed: 4294967290']);
  assert.deepEqual(brief('seed: 4294967290\nsweep: {kappas: [1, 2], seeds: 6, seed_per_pair: true}'), [
    '1 seed: 4294967290',
  ]);
  assert.deepEqual(brief('buckets: {short: {M0: 0.5}}\nsweep: {}'), [
    '1 buckets: outside mid ratios of 0.5, 0.75, 0.75',
  ]);
});

void test('CFG-03: faults without a file have no lines', () => {
  const [fault, ...others] = faultsOf(() => loadSweep(null, { ticket_size_S: '200' }));
  assert.deepEqual([fault?.line, fault?.path, fault?.found, others], [0, 'ring.total_debt_Q', '10000', []]);
  assert.deepEqual(brief(''), ['0 : an empty document']);
});

void test('a sweep is no single scenario', () => {
  const [fault] = faultsOf(() => parseScenario('seed: 1\nsweep: {}', 'sweep.yaml'));
  assert.deepEqual([fault?.line, fault?.path], [2, 'sweep']);
  assert.match(fault?.allowed ?? '', /ringspec sweep balanced/);
});

void test('a single value beside a list in which it is not is a warning', () => {
  const { warnings } = load(`
regime: passive
buckets: {short: {M0: 0.5}, mid: {M0: 1}}
ring: {kappa: 3, concentration: 1, mu: 0.1}
sweep: {kappas: [1, 2], concentrations: [1, 2], mus: [0, 1], outside_mid_ratios: [1, 0.75]}
`);
  assert.deepEqual(warnings, [
    'ring.kappa 3 is not used: a sweep goes over sweep.kappas',
    'ring.mu 0.1 is not used: a sweep goes over sweep.mus',
    'buckets.short.M0 0.5 is not used: a sweep goes over sweep.outside_mid_ratios',
    'regime passive is not used: a sweep goes over sweep.regimes',
  ]);
});

void test('RING-08: values of mu with the same set of due days are noted', () => {
  const notes = (text: string): string[] => {
    const { base, grid } = load(text);
    return sweepNotes(base, grid);
  };
  assert.deepEqual(notes('sweep: {mus: [0, 0.25, 0.5, 0.75, 1]}'), [
    'mu 0.25 and 0.5 have the same due days (1, 3, 5, 7, 9), and differ only in the order around the ring (RING-08)',
    'mu 0.75 and 1 have the same due days (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), and differ only in the order around the ring (RING-08)',
  ]);
  // at T = 4: 0.1·3 is 0 and 0.7·3 is 2, 0.5·3 too, half to even; 1·3 is 3 and steps through all four days
  assert.deepEqual(notes('ring: {maturity_days: 4}\nsweep: {mus: [0, 0.1, 0.5, 0.7, 1]}'), [
    'mu 0 and 0.1 have the same due days (1), trader by trader, so their pairs are the same (RING-08)',
    'mu 0.5 and 0.7 have the same due days (1, 3), trader by trader, so their pairs are the same (RING-08)',
  ]);
  assert.deepEqual(notes('sweep: {mus: [0, 0.5, 1]}'), []);
  assert.match(notes('dealers: {init_target_capacity_Xstar: 40}')[0] ?? '', /40 is ignored.*INI-04R/);
});

const scenarioFile = (name: string): string => new URL(`../../scenarios/${name}`, import.meta.url).pathname;

void test('the sweeps that come with the program', () => {
  const small = loadSweep(scenarioFile('balanced-small.yaml'));
  assert.deepEqual(small.warnings, []);
  assert.deepEqual(small.grid.kappas, ['0.25', '0.5', '1', '2', '4']);
  assert.deepEqual([small.base.ring.n_traders, small.grid.replicates, pointCount(small.grid)], [100, 10, 50]);
  const middle = loadSweep(scenarioFile('balanced-125.yaml'));
  assert.deepEqual([pointCount(middle.grid), middle.warnings], [1250, []]);
  // the source's command line says the same, but for the seeds and the arms
  const large = loadSweep(scenarioFile('balanced-625.yaml'));
  const arms = { 'sweep.seeds': '5', 'sweep.regimes': 'passive,active,backstop,baseline' };
  assert.deepEqual(large, loadSweep(null, { ...published, ...arms }));
});

void test('every point of a random grid comes once, and its index finds it', () => {
  const list = (max: number) =>
    fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: max });
  fc.assert(
    fc.property(
      fc.record({ kappas: list(4), concentrations: list(4), mus: list(4), outside_mid_ratios: list(3) }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      (lists, seeds, seed_per_pair) => {
        const percent = (values: readonly number[]): string[] => values.map((value) => String(value / 100));
        const written = Object.fromEntries(
          Object.entries(lists).map(([key, values]) => [key, percent(values)]),
        );
        const { grid, base } = load(JSON.stringify({ sweep: { ...written, seeds, seed_per_pair } }));
        const points = [...gridPoints(grid)];
        assert.equal(points.length, pointCount(grid));
        const keys = points.map((point) => JSON.stringify({ ...point, index: 0, seed: 0 }));
        assert.equal(new Set(keys).size, points.length);
        points.forEach((point, i) => {
          assert.deepEqual(point, pointAt(grid, i));
          assert.equal(point.seed, base.seed + (seed_per_pair ? i : point.replicate));
        });
      },
    ),
    { numRuns: 50 },
  );
});

void test('EXP-01: an axis with the name of what every object has is unknown', () => {
  for (const name of ['constructor', 'toString']) {
    const [fault] = faultsOf(() => load('seed: 1', { [`sweep.axes.${name}`]: '1,2' }));
    assert.match(fault?.allowed ?? '', /^a key of a scenario that holds one value: the nearest is /);
  }
  assert.deepEqual(brief('seed: 1', { 'sweep.axes.__proto__': '1,2' }), [
    '0 sweep.axes.__proto__: the unknown key __proto__',
  ]);
});
