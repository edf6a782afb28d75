/** @jsxRuntime automatic @jsxImportSource preact */
/** The program of a run's page: lives picked from a list or by an address (`#trader=H17`, `#ticket=k203`). */
import { render } from 'preact';
import { LifePicker, lifeAddress, lifeWord, type LifeKind } from '../life-list.tsx';
import type { Lives } from '../lives.ts';
import '../../ring/client.tsx';
import './tips.ts';

const data = (globalThis as unknown as { readonly ringspec?: { readonly lives?: Lives } }).ringspec?.lives;

function show(kind: LifeKind, id: string | null): void {
  const place = document.getElementById(`${lifeWord(kind)}-life`);
  if (data === undefined || place === null) return;
  const lives = kind === 't' ? data.traders : data.tickets;
  const chosen = lives.find((life) => life.id === id) ?? lives[0];
  const pick = (picked: string): void => {
    location.hash = lifeAddress(kind, picked);
  };
  render(
    <LifePicker kind={kind} lives={lives} chosen={chosen} sentences={data.sentences} onPick={pick} />,
    place,
  );
}

function follow(): void {
  const query = new URLSearchParams(location.hash.slice(1));
  for (const kind of ['t', 'k'] as const) {
    const id = query.get(lifeWord(kind));
    if (id === null) continue;
    show(kind, id);
    document.getElementById(`${lifeWord(kind)}-life`)?.scrollIntoView({ block: 'nearest' });
  }
}

show('t', null);
show('k', null);
follow();
globalThis.addEventListener('hashchange', follow);
