import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { binsOf } from '../../../src/pages/report/charts/histogram.tsx';
import { facets, farEnd, measuresOf } from '../../../src/pages/report/charts/heat.tsx';
import { shade } from '../../../src/pages/report/charts/look.ts';
import { groupsOf, timeline } from '../../../src/pages/report/charts/market.tsx';
import { cellsOf, domainsOf } from '../../../src/pages/report/charts/scatter.tsx';
import type { GridMean } from '../../../src/pages/report/read-sweep.ts';
import { amount, fixed, points } from '../../../src/pages/report/words.ts';
import { leftFor, valueAxis } from '../../../src/pages/plot/plot.tsx';
import { linear, spreadLabels, roundDomain, ticks } from '../../../src/pages/plot/scale.ts';

describe('the axis of values', () => {
  it('marks round values inside its domain, whole ones where it counts', () => {
    assert.deepEqual(ticks([0, 40]), [0, 10, 20, 30, 40]);
    assert.deepEqual(ticks([-10, 40]), [-10, 0, 10, 20, 30, 40]);
    assert.deepEqual(ticks([0, 1], 5, true), [0, 1]);
  });

  it('has two marks at least, since one says nothing of the scale', () => {
    assert.deepEqual(
      ticks([-0.031, 0.031], 3).map((value) => value.toFixed(2)),
      ['-0.02', '0.00', '0.02'],
    );
    assert.ok(ticks([0.4, 0.6], 1).length > 1);
  });

  it('holds zero and every value, and wastes no half of a step', () => {
    for (const values of [[0.004, 33.3], [-0.004, 31.8], [-7.1, -3], [5], [0, 0], []]) {
      const [low, high] = roundDomain(values);
      assert.ok(low <= Math.min(0, ...values) && high >= Math.max(0, ...values), values.join());
      assert.ok(low < high);
    }
    // a bound just below zero does not open a whole step below it
    assert.ok(roundDomain([-0.004, 31.8])[0] > -1);
  });

  it('keeps labels apart, in their order, inside the picture', () => {
    const moved = spreadLabels([50, 51, 10, 52], 12, [0, 60]);
    const sorted = [...moved].sort((a, b) => a - b);
    sorted.slice(1).forEach((at, i) => {
      assert.ok(at - (sorted[i] ?? 0) >= 12);
    });
    assert.ok(sorted[0] === moved[2] && Math.max(...moved) <= 60);
    assert.ok((moved[0] ?? 0) < (moved[1] ?? 0) && (moved[1] ?? 0) < (moved[3] ?? 0));
  });
});

describe('the room left of the marks', () => {
  it('is as usual for short numbers, and follows the widest one', () => {
    const leftOf = (domain: readonly [number, number]) =>
      leftFor(valueAxis(null, linear(domain, [100, 0]), { about: 3 }));
    assert.equal(leftOf([0, 10]), 44);
    // "−0.0005" is 48 pixels wide and ends 5 left of the marks
    assert.ok(leftOf([-0.0005, 0.0005]) >= 53);
  });
});

describe('numbers on the pages', () => {
  it('have their thousands apart and one minus sign, none on a zero', () => {
    assert.deepEqual(
      [fixed(-1234567.891), fixed(999.995, 1), fixed(-0.001), fixed(null), amount(10000), amount(-40)],
      ['−1,234,567.89', '1,000.0', '0.00', '–', '10,000', '−40'],
    );
    assert.deepEqual([points(0.1008), points(-12.3456), points(0.000001)], ['+10.08', '−1,234.56', '0.00']);
  });
});

describe('the bins of effects', () => {
  it('begin one at zero, hold every effect once, and mix no harm with help', () => {
    const effects = [-0.031, -0.0001, 0, 0, 0.0001, 0.02, 0.049];
    const bins = binsOf(effects);
    assert.equal(
      bins.reduce((sum, { pairs }) => sum + pairs, 0),
      effects.length,
    );
    assert.ok(bins.every(({ from, to }) => to <= 0 || from >= 0));
    assert.equal(bins.find(({ from }) => from === 0)?.pairs, 3);
    assert.equal(
      bins.filter(({ to }) => to <= 0).reduce((sum, { pairs }) => sum + pairs, 0),
      2,
    );
  });

  it('are there for one effect, and for none that differs from zero', () => {
    assert.deepEqual(binsOf([0, 0]), [{ from: 0, to: 1, pairs: 2 }]);
    assert.equal(
      binsOf([0.1]).reduce((sum, { pairs }) => sum + pairs, 0),
      1,
    );
  });
});

describe('the days of a run', () => {
  it('are all of the same width, with their steps in order inside', () => {
    const quote = (day: number, step: number) => ({ day, step });
    const market = { quotes: [quote(0, 0), quote(1, 0), quote(1, 8), quote(3, 0)], fills: [] };
    const time = timeline([market as never]);
    assert.equal(time.lastDay, 3);
    assert.deepEqual([time.at(0, 0), time.at(1, 0), time.at(3, 0)], [0, 1, 3]);
    assert.ok(time.at(1, 8) > time.at(1, 7) && time.at(1, 8) < 2);
  });
});

describe('many trades of a day', () => {
  const fill = (index: number, price: number, passed: boolean) =>
    ({ day: 1, step: index, index, price, passed }) as never;

  it('share a cross by route and price, and each is in one of them', () => {
    const few = Array.from({ length: 60 }, (_, i) => fill(i, 1, false));
    assert.equal(groupsOf(few, (price) => price).length, 60);
    const many = Array.from({ length: 90 }, (_, i) => fill(i, i < 30 ? 100 : 200, i % 2 === 0));
    const groups = groupsOf(many, (price) => price);
    assert.equal(groups.length, 4);
    assert.equal(groups.flat().length, 90);
  });
});

describe('the squares of pairs', () => {
  it('hold every pair once, those at the far ends as well', () => {
    const uses = Array.from({ length: 500 }, (_, i) => ({
      pair: i,
      kappa: '1',
      trades: i % 40,
      effect: ((i % 13) - 3) / 100,
      deltaPassive: 0.5,
    }));
    const cells = cellsOf(uses, domainsOf(uses));
    assert.equal(
      cells.reduce((sum, { pairs }) => sum + pairs, 0),
      500,
    );
    for (const { trades, effect } of cells) assert.ok(trades[0] < trades[1] && effect[0] < effect[1]);
  });
});

describe('the maps', () => {
  const point = (ratio: string, deltaFirst: number, deltaSecond: number): GridMean => ({
    kappa: '1',
    concentration: '1',
    mu: '0.5',
    outsideMidRatio: ratio,
    further: '',
    pairs: 2,
    deltaFirst,
    deltaSecond,
    effect: deltaFirst - deltaSecond,
    relief: 0.1,
    low: 0,
    high: 0,
    correctedLow: 0,
    correctedHigh: 0,
    finding: 'none',
  });
  const means = [point('0.5', 0.4, 0.3), point('0.75', 0.4, 0.2)];
  const [effect, passive, active] = measuresOf({
    regimes: ['passive', 'active'],
    comparisons: [['passive', 'active']],
  });

  it('stand once where every ρ has the same', () => {
    assert.ok(effect !== undefined && passive !== undefined && active !== undefined);
    assert.deepEqual(
      facets(passive, means).map(({ name }) => name),
      ['μ 0.5, every ρ'],
    );
    assert.deepEqual(
      facets(active, means).map(({ name }) => name),
      ['μ 0.5, ρ 0.5', 'μ 0.5, ρ 0.75'],
    );
  });

  it('have one scale for δ in both arms, and zero in the middle where there are two signs', () => {
    assert.ok(effect !== undefined && passive !== undefined && active !== undefined);
    assert.equal(farEnd(passive, means), 0.4);
    assert.equal(farEnd(active, means), 0.4);
    assert.equal(farEnd(effect, means), 0.2);
    assert.deepEqual(shade(0.5, true), { fill: '#f7f7f7', text: '#000' });
    assert.notEqual(shade(0.2, true).fill, shade(0.8, true).fill);
  });
});
