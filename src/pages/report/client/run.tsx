/** @jsxRuntime automatic @jsxImportSource preact */
/** The program of a run's page: histories picked from a list or by an address (`#trader=H17`, `#ticket=k203`). */
import { render } from 'preact';
import { HistoryPicker, historyAddress, historyWord, type HistoryKind } from '../history-list.tsx';
import type { Histories } from '../histories.ts';
import '../../ring/client.tsx';
import './tips.ts';

const data = (globalThis as unknown as { readonly ringspec?: { readonly histories?: Histories } }).ringspec
  ?.histories;

function show(kind: HistoryKind, id: string | null): void {
  const place = document.getElementById(`${historyWord(kind)}-history`);
  if (data === undefined || place === null) return;
  const histories = kind === 't' ? data.traders : data.tickets;
  const chosen = histories.find((one) => one.id === id) ?? histories[0];
  const pick = (picked: string): void => {
    location.hash = historyAddress(kind, picked);
  };
  render(
    <HistoryPicker
      kind={kind}
      histories={histories}
      chosen={chosen}
      sentences={data.sentences}
      onPick={pick}
    />,
    place,
  );
}

function follow(): void {
  const query = new URLSearchParams(location.hash.slice(1));
  for (const kind of ['t', 'k'] as const) {
    const id = query.get(historyWord(kind));
    if (id === null) continue;
    show(kind, id);
    document.getElementById(`${historyWord(kind)}-history`)?.scrollIntoView({ block: 'nearest' });
  }
}

show('t', null);
show('k', null);
follow();
globalThis.addEventListener('hashchange', follow);
