/** A picture as a small grid of digits, each how much ink lies there: what two pictures are compared by. */
import type { Locator, Page } from 'playwright-core';

const COLUMNS = 24;
const ROWS = 16;

/** Digits by which a cell may differ: edges are smoothed a little differently by every version of the browser. */
const SLACK = 1;
/** The part of the cells that may differ by more. */
export const MOST_DIFFERENT = 0.03;

/** Texts are hidden, since fonts are not the same on every machine; the geometry of texts has checks of its own. */
export const hideTexts = (page: Page): Promise<unknown> =>
  page.addStyleTag({ content: '.chart svg text { visibility: hidden }' });

/** The ink of a picture, row by row. The browser itself reads its screenshot again. */
export async function summaryOf(page: Page, picture: Locator): Promise<string> {
  const shot = (await picture.screenshot()).toString('base64');
  return page.evaluate(
    async ({ address, columns, rows }) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const sums = Array.from({ length: columns * rows }, () => [0, 0]);
      for (let y = 0; y < image.height; y++)
        for (let x = 0; x < image.width; x++) {
          const cell =
            sums[Math.floor((y * rows) / image.height) * columns + Math.floor((x * columns) / image.width)];
          const at = 4 * (y * image.width + x);
          if (cell === undefined) continue;
          cell[0] = (cell[0] ?? 0) + 1 - Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) / 255;
          cell[1] = (cell[1] ?? 0) + 1;
        }
      return sums
        .map(([ink = 0, pixels = 1]) => String(Math.round(9 * Math.sqrt(ink / Math.max(1, pixels)))))
        .join('');
    },
    { address: `data:image/png;base64,${shot}`, columns: COLUMNS, rows: ROWS },
  );
}

/** The part of the cells in which two pictures differ. */
export function differentPart(a: string, b: string): number {
  if (a.length !== b.length) return 1;
  let cells = 0;
  for (let i = 0; i < a.length; i++) if (Math.abs(Number(a[i]) - Number(b[i])) > SLACK) cells++;
  return cells / a.length;
}

/** Ways in which a drawing goes wrong, done to the picture in the page. */
export const breakages = {
  'cut off': (svg: SVGElement): void => {
    svg.setAttribute('viewBox', '0 0 170 220');
  },
  empty: (svg: SVGElement): void => {
    for (const child of [...svg.children]) if (!child.classList.contains('axes')) child.remove();
  },
  overplotted: (svg: SVGElement): void => {
    for (const child of [...svg.children])
      if (!child.classList.contains('axes'))
        for (let i = 1; i < 9; i++) {
          const copy = child.cloneNode(true) as SVGElement;
          copy.setAttribute('transform', `translate(${String(i * 13)} ${String(i * -9)})`);
          svg.append(copy);
        }
  },
} as const;
