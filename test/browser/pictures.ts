/** Whether the pictures of a page can be read: none is cut off, empty or drawn over itself, and all agree with their tables. */
import type { Page } from 'playwright-core';

/** Faults of the pictures as they lie on the page now, each with the figure that has it; none where all is well. */
export const pictureFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    /** Pixels by which a box may stick out or two texts may touch. */
    const SLACK = 2;
    const faults: string[] = [];
    const shown = (element: Element): boolean => element.checkVisibility();
    for (const svg of [...document.querySelectorAll('.chart svg')].filter(shown)) {
      const name = `${svg.closest('figure')?.id ?? ''} ${svg.getAttribute('aria-label') ?? ''}`.slice(0, 70);
      const room = svg.closest('figure')?.getBoundingClientRect();
      const boxes = (selector: string): DOMRect[] =>
        [...svg.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
      const all = boxes('text, [role=img], path, rect, circle');
      for (const box of all)
        if (
          room !== undefined &&
          (box.left < room.left - SLACK || box.right > room.right + SLACK || box.right > innerWidth)
        ) {
          faults.push(
            `${name}: cut off at ${String(Math.round(box.left))} to ${String(Math.round(box.right))}`,
          );
          break;
        }
      const marks = boxes('[role=img], path.line, path.band, rect').filter(
        ({ width, height }) => width + height > 0,
      );
      if (marks.length === 0) faults.push(`${name}: empty`);
      const places = boxes('circle[role=img]:not(.seed), rect[role=img], path[role=img]').map(
        ({ x, y, width, height }) => [x + width / 2, y + height / 2, width] as const,
      );
      const covered = places.filter(([x, y], i) =>
        places.some(([a, b], j) => j < i && Math.abs(a - x) < 1 && Math.abs(b - y) < 1),
      );
      if (places.length > 40 && covered.length > places.length / 2)
        faults.push(`${name}: ${String(covered.length)} of ${String(places.length)} marks lie on others`);
      const texts = [...svg.querySelectorAll('.axes text, text.tick')].map((element) => ({
        box: element.getBoundingClientRect(),
        text: element.textContent,
      }));
      texts.forEach(({ box, text }, i) => {
        const over = texts
          .slice(0, i)
          .find(
            ({ box: other }) =>
              Math.min(box.right, other.right) - Math.max(box.left, other.left) > SLACK &&
              Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 2 * SLACK,
          );
        if (over !== undefined) faults.push(`${name}: “${text}” over “${over.text}”`);
      });
    }
    return faults;
  });

/** Figures of marks that their figure's table does not have, by figure. */
export const strayNumbers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const numbers = (text: string): string[] => text.match(/[−+]?\d[\d,]*(?:\.\d+)?/g) ?? [];
    const bare = (text: string): string => text.replace(/^\+/, '');
    return [...document.querySelectorAll('figure')].flatMap((figure) => {
      const tables = [...figure.querySelectorAll('table')].map((table) =>
        [...table.querySelectorAll('td')].map((cell) => cell.textContent).join(' '),
      );
      if (tables.length === 0) return [];
      const known = new Set(tables.flatMap(numbers).map(bare));
      return [...figure.querySelectorAll('[role=img][aria-label*=": "]')]
        .map((mark) => mark.getAttribute('aria-label') ?? '')
        .filter((label) => !label.startsWith('colours from'))
        .flatMap((label) =>
          numbers(label.slice(label.lastIndexOf(': ') + 2))
            .map(bare)
            .filter((number) => !known.has(number))
            .map((number) => `${figure.id}: ${number} of “${label}”`),
        );
    });
  });
