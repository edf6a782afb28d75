/** From the description of a chart to a drawing that a page carries: no program, no data beside it. */
import { createHash } from 'node:crypto';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { config } from './look.ts';

/** Draws a chart as SVG. `name` is what a reader of the screen hears of the whole. */
export async function draw(spec: TopLevelSpec, name: string): Promise<string> {
  const { spec: compiled } = compile({ ...spec, config });
  const view = new View(parse(compiled), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return ownIds(slim(svg), name).replace(
    / width="([\d.]+)"/,
    (found, width: string) =>
      `${found} style="min-width:${String(Math.min(Number(width), NARROWEST))}px" role="graphics-document" aria-label="${quotedName(name)}"`,
  );
}

/** Ids that hang on the picture alone, where the library counts through everything that it ever drew. */
function ownIds(svg: string, name: string): string {
  const own = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const known = new Map<string, string>();
  return svg.replaceAll(/(\bid="|url\(#|href="#)([\w-]+)/g, (_, before: string, id: string) => {
    const renamed = known.get(id) ?? `d${own}-${String(known.size)}`;
    known.set(id, renamed);
    return `${before}${renamed}`;
  });
}

const quotedName = (name: string): string =>
  name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Narrower than this many pixels a wide chart is no longer read: it scrolls in its frame instead. */
const NARROWEST = 560;

/** Leaves out what says nothing: empty groups and paths, defaults, fonts that the page sets, parts of a hundredth of a pixel. */
export const slim = (svg: string): string =>
  svg
    .replaceAll(/<path class="(?:back|fore)ground"[^>]*\bd=""[^>]*\/>/g, '')
    .replaceAll(/<path class="background"[^>]*\bd="M0,0h0v0h0Z"[^>]*\/>/g, '')
    .replaceAll(/<g class="mark-[^"]*"[^>]*><\/g>/g, '')
    .replaceAll(/ (?:opacity|stroke-width|fill-opacity)="1"/g, '')
    .replaceAll(/ font-family="[^"]*"/g, '')
    .replaceAll(/ aria-roledescription="[^"]*"/g, '')
    .replaceAll(' pointer-events="none"', '')
    .replaceAll(' transform="translate(0,0)"', '')
    .replaceAll(/ (?:d|transform)="[^"]*"/g, (place) => place.replaceAll(/(\.\d\d)\d+/g, '$1'));
