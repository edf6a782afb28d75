/** The keys: one hand on the keyboard is enough to read everything. */

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

export function wireKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { '/': search, j: next, k: previous, o: toggle, '?': glossary }[event.key];
    if (act === undefined) return;
    act();
    event.preventDefault();
  });
}

const search = (): void => document.querySelector<HTMLInputElement>('#search')?.focus();

function glossary(): void {
  if (document.querySelector('#glossary') === null) location.href = 'index.html#glossary';
  else location.hash = 'glossary';
}

const clauses = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.clause')];

/** The clause that has the focus, or the one nearest to the top of the window. */
function current(): number {
  const all = clauses();
  const focused = all.findIndex((clause) => clause.contains(document.activeElement));
  if (focused >= 0) return focused;
  const below = all.findIndex((clause) => clause.getBoundingClientRect().top > 60);
  return below < 0 ? all.length : below - 0.5;
}

const next = (): void => {
  step(1);
};

const previous = (): void => {
  step(-1);
};

function step(by: 1 | -1): void {
  const all = clauses();
  const next = by > 0 ? Math.floor(current()) + 1 : Math.ceil(current()) - 1;
  const clause = all[next];
  if (clause === undefined) return;
  clause.scrollIntoView({ block: 'start' });
  clause.focus({ preventScroll: true });
}

function toggle(): void {
  const door =
    clauses()[Math.max(0, Math.floor(current()))]?.querySelector<HTMLDetailsElement>('details.evidence');
  if (door !== null && door !== undefined) door.open = !door.open;
}
