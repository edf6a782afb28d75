/** From the description of a chart to a drawing that a page carries: no program, no data beside it. */
import { parse, View } from 'vega';
import { compile, type Config, type TopLevelSpec } from 'vega-lite';

/** Colours are the page's own, so that dark and light pages share one drawing. Okabe and Ito's, lighter on dark. */
export const ink = {
  text: 'var(--ink)',
  quiet: 'var(--ink-2)',
  line: 'var(--line)',
  paper: 'var(--paper)',
  blue: 'var(--chart-blue)',
  orange: 'var(--chart-orange)',
  green: 'var(--chart-green)',
  purple: 'var(--chart-purple)',
  sky: 'var(--chart-sky)',
} as const;

export const config: Config = {
  background: 'transparent',
  font: 'sans-serif',
  view: { stroke: ink.line },
  axis: {
    labelColor: ink.quiet,
    titleColor: ink.text,
    titleFontWeight: 'normal',
    labelFontSize: 12,
    titleFontSize: 12,
    domainColor: ink.quiet,
    tickColor: ink.quiet,
    gridColor: ink.line,
    gridOpacity: 0.6,
  },
  legend: {
    orient: 'top',
    direction: 'horizontal',
    labelColor: ink.text,
    titleColor: ink.text,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelLimit: 300,
    symbolStrokeWidth: 2,
    symbolSize: 90,
  },
  header: {
    labelColor: ink.text,
    titleColor: ink.text,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
  },
  title: { color: ink.text, fontSize: 13, anchor: 'start', fontWeight: 'normal' },
  line: { strokeWidth: 2 },
  text: { color: ink.text },
  range: { category: [ink.blue, ink.orange, ink.green, ink.purple, ink.sky] },
};

/** Draws a chart as SVG. `name` is what a reader of the screen hears of the whole. */
export async function draw(spec: TopLevelSpec, name: string): Promise<string> {
  const { spec: compiled } = compile({ ...spec, description: name, config });
  const view = new View(parse(compiled), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return slim(svg).replace(
    / width="([\d.]+)"/,
    (_, width: string) =>
      ` width="${width}" style="min-width:${String(Math.min(Number(width), NARROWEST))}px"`,
  );
}

/** Narrower than this many pixels a wide chart is no longer read: it scrolls in its frame instead. */
const NARROWEST = 560;

/** Leaves out what says nothing: empty paths, defaults, fonts that the page sets. */
export const slim = (svg: string): string =>
  svg
    .replaceAll(/<path class="(?:back|fore)ground"[^>]*\bd=""[^>]*\/>/g, '')
    .replaceAll(/<path class="background"[^>]*\bd="M0,0h0v0h0Z"[^>]*\/>/g, '')
    .replaceAll(/ (?:opacity|stroke-width|fill-opacity)="1"/g, '')
    .replaceAll(/ font-family="[^"]*"/g, '')
    .replaceAll(/ aria-roledescription="[^"]*"/g, '')
    .replaceAll(' pointer-events="none"', '')
    .replaceAll(' transform="translate(0,0)"', '')
    .replaceAll(/(\.\d\d)\d+/g, '$1');
