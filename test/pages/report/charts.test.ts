import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { draw } from '../../../src/pages/report/charts/draw.ts';
import { binsOf } from '../../../src/pages/report/charts/effect-charts.ts';
import { timeline } from '../../../src/pages/report/charts/market-chart.ts';

describe('a drawing', () => {
  const spec = (label: string) => ({
    data: { values: [{ x: 1.23456, label }] },
    mark: { type: 'point' as const },
    encoding: { x: { field: 'x', type: 'quantitative' as const }, description: { field: 'label' } },
  });

  it('keeps every digit and every sign of a label', async () => {
    const hostile = `κ 0.12345 <b> "opacity="1"" & 'x'`;
    const svg = await draw(spec(hostile), 'a picture');
    const [, label = ''] =
      /role="graphics-symbol" aria-label="(κ[^"]*)"|aria-label="(κ[^"]*)"/.exec(svg) ?? [];
    const told = (/aria-label="(κ[^"]*)"/.exec(svg)?.[1] ?? label)
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
    assert.equal(told, hostile);
  });

  it('takes its colours from the page, so that it is readable in the dark', async () => {
    const svg = await draw(spec('a'), 'a picture');
    assert.match(svg, /fill="var\(--ink-2\)"/);
    assert.match(svg, /aria-label="a picture"/);
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

describe('the days side by side', () => {
  it('are wider where more happened, and keep their order', () => {
    const quote = (day: number, step: number) => ({ day, step });
    const market = { quotes: [quote(0, 0), quote(1, 0), quote(1, 8), quote(3, 0)], fills: [] };
    const time = timeline([market as never]);
    assert.deepEqual(time.days, [0, 1, 2, 3]);
    const [zero = 0, one = 0, two = 0, three = 0] = time.starts;
    assert.equal(zero, 0);
    assert.ok(two - one > one - zero && two - one > three - two);
    assert.equal(time.at(1, 0), one);
    assert.ok(time.at(1, 8) > one && time.at(1, 8) < two);
    assert.equal(time.at(3, 0), three);
  });
});
