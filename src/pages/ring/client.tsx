/** @jsxRuntime automatic @jsxImportSource preact */
/** The ring of a run's page, moved by hand or by an address (`#ring=H17&day=3`). */
import { render } from 'preact';
import type { Histories } from '../report/histories.ts';
import type { RingHistory } from './history.ts';
import { RingPlayer } from './player.tsx';
import { startPlaying } from './play.ts';
import { firstShown } from './summary.ts';

const data = (
  globalThis as unknown as {
    readonly ringspec?: { readonly ring?: RingHistory; readonly histories?: Histories };
  }
).ringspec;

/** Shows the ring of the page, where it has one. */
function start(history: RingHistory, histories: Histories | null, home: HTMLElement): void {
  let place = firstShown(history);
  let chosen: number | null = null;
  let stop: (() => void) | null = null;
  const show = (): void => {
    render(
      <RingPlayer
        history={history}
        histories={histories}
        place={place}
        chosen={chosen}
        playing={stop !== null}
        onDay={(next) => {
          place = next;
          tell();
        }}
        onChoose={(party) => {
          chosen = party;
          tell();
        }}
        onPlay={play}
      />,
      home,
    );
  };
  const play = (): void => {
    if (stop !== null) stop();
    else {
      stop = startPlaying(place, history.days.length, (next, ends) => {
        place = next;
        if (ends) stop = null;
        show();
      });
      show();
      return;
    }
    stop = null;
    show();
  };
  /** The address holds what is shown. */
  const tell = (): void => {
    const id = chosen === null ? '' : (history.parties[chosen] ?? '');
    const query = new URLSearchParams({ ring: id, day: String(history.days[place]?.day ?? 0) });
    globalThis.history.replaceState(null, '', `#${query.toString()}`);
    show();
  };
  const follow = (): void => {
    const query = new URLSearchParams(location.hash.slice(1));
    const id = query.get('ring');
    if (id === null) return;
    const party = history.parties.indexOf(id);
    chosen = party < 0 ? null : party;
    const day = history.days.findIndex((one) => String(one.day) === query.get('day'));
    if (day >= 0) place = day;
    show();
    home.scrollIntoView({ block: 'nearest' });
  };
  home.replaceChildren();
  show();
  follow();
  globalThis.addEventListener('hashchange', follow);
}

const home = document.getElementById('ring-player');
if (home !== null && data?.ring !== undefined) start(data.ring, data.histories ?? null, home);
