/** What the symbols under the pointer mean. */
import { index } from './data.ts';

export function wireGlossary(): void {
  const card = document.querySelector<HTMLElement>('#card');
  if (card === null) return;
  const meanings = new Map(index().glossary.map((entry) => [entry.symbol, entry]));
  const symbolsAt = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('[data-symbols]') : null;

  const show = (marked: HTMLElement): void => {
    const entries = (marked.dataset['symbols'] ?? '')
      .split(' ')
      .flatMap((symbol) => meanings.get(symbol) ?? []);
    if (entries.length === 0) return;
    card.replaceChildren(
      ...entries.map(({ symbol, meaning, unit }) => {
        const line = document.createElement('p');
        const head = document.createElement('b');
        head.textContent = symbol;
        line.append(head, ` ${meaning}${unit === '–' ? '' : ` (${unit})`}`);
        return line;
      }),
    );
    card.hidden = false;
    const at = marked.getBoundingClientRect();
    const width = Math.min(card.offsetWidth, innerWidth - 16);
    card.style.left = `${String(Math.max(8, Math.min(at.left, innerWidth - width - 8)) + scrollX)}px`;
    const above = at.top - card.offsetHeight - 8;
    card.style.top = `${String((above > 0 ? above : at.bottom + 8) + scrollY)}px`;
  };
  const hide = (): void => {
    card.hidden = true;
  };
  document.addEventListener('pointerover', (event) => {
    const marked = symbolsAt(event.target);
    if (marked === null) hide();
    else show(marked);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
}
