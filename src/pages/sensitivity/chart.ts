/** The picture: the effect of market making and its interval, a line for each reading. */
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { last } from '../../core/list.ts';
import { nameOf } from '../../study/sensitivity/readings.ts';
import type { Outcome, Sensitivity } from '../../study/sensitivity/run.ts';

/** Told by shape as well as by colour. */
const kinds = ['lowers defaults', 'raises defaults', 'no finding'] as const;
const shapes = ['triangle-right', 'triangle-left', 'circle'];
const colours = ['var(--good)', 'var(--bad)', 'var(--ink-2)'];

const kindOf = ({ overall: { isFinding, mean } }: Outcome): (typeof kinds)[number] =>
  !isFinding ? 'no finding' : mean > 0 ? 'lowers defaults' : 'raises defaults';

const percent = (value: number | null): number | null => (value === null ? null : 100 * value);

/** SVG markup in the colours of the page, made without a browser. */
export async function effectChart({ outcomes }: Sensitivity): Promise<string> {
  const values = outcomes
    .filter(({ overall }) => overall.pairs > 0)
    .map((outcome) => ({
      reading: shortName(outcome),
      mean: percent(outcome.overall.mean),
      // one draw has no interval: its line is a point
      low: percent(outcome.overall.low ?? outcome.overall.mean),
      high: percent(outcome.overall.high ?? outcome.overall.mean),
      kind: kindOf(outcome),
    }));
  const order = values.map(({ reading }) => reading);
  const y = { field: 'reading', type: 'nominal', sort: order, axis: null } as const;
  const color = {
    field: 'kind',
    type: 'nominal',
    title: null,
    scale: { domain: [...kinds], range: colours },
    legend: { orient: 'top', symbolFillColor: 'transparent', columns: 3, columnPadding: 20 },
  } as const;
  const spec: TopLevelSpec = {
    data: { values },
    // room for axis and legend by hand: without a browser the widths of texts are guesses
    autosize: { type: 'none' },
    padding: { left: 16, right: 16, top: 36, bottom: 48 },
    width: 470,
    height: 48 * values.length,
    background: 'transparent',
    config: {
      font: 'system-ui, sans-serif',
      view: { stroke: 'var(--line)' },
      axis: {
        labelColor: 'var(--ink)',
        titleColor: 'var(--ink)',
        tickColor: 'var(--line)',
        domainColor: 'var(--line)',
        gridColor: 'var(--line)',
        labelFontSize: 13,
        titleFontSize: 13,
        titleFontWeight: 'normal',
      },
      legend: { labelColor: 'var(--ink)', labelFontSize: 13 },
    },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 1.5, strokeDash: [4, 3], color: 'var(--ink-2)' },
        encoding: { x: { datum: 0 } },
      },
      // above its line, so that a long name takes no room beside it
      {
        mark: { type: 'text', align: 'left', baseline: 'bottom', dy: -7, fontSize: 13, color: 'var(--ink)' },
        encoding: { y, x: { value: 6 }, text: { field: 'reading' } },
      },
      {
        mark: { type: 'rule', strokeWidth: 3 },
        encoding: {
          y,
          x: {
            field: 'low',
            type: 'quantitative',
            title: 'fewer defaults with market making, in percentage points →',
          },
          x2: { field: 'high' },
          color,
        },
      },
      {
        mark: { type: 'point', filled: true, size: 130, opacity: 1 },
        encoding: {
          y,
          x: { field: 'mean', type: 'quantitative' },
          color,
          shape: {
            field: 'kind',
            type: 'nominal',
            title: null,
            scale: { domain: [...kinds], range: shapes },
          },
        },
      },
    ],
  };
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/** `SET-06R clearing: sequential`, as there is little room. */
const shortName = ({ reading }: Outcome): string =>
  reading.settings
    .map(({ ruling, value }) => `${ruling.clause} ${lastStep(ruling.path)}: ${value}`)
    .join(' + ') || nameOf(reading);

const lastStep = (path: string): string => last(path.split('.'));
