/** @jsxRuntime automatic @jsxImportSource preact */
/** The ring day by day: a slider, play, one trader chosen and its history, and the numbers of every day. */
import type { ComponentChildren } from 'preact';
import { at } from '../../core/list.ts';
import { Choice } from '../choice.tsx';
import { DataTable } from '../table.tsx';
import { HistoryList } from '../report/history-list.tsx';
import type { Histories } from '../report/histories.ts';
import type { RingHistory } from './history.ts';
import { RingLegend, RingPicture } from './picture.tsx';
import { daySays, daysTable } from './summary.ts';

interface PlayerParts {
  readonly history: RingHistory;
  readonly histories: Histories | null;
  readonly place: number;
  readonly chosen: number | null;
  readonly playing: boolean;
  readonly onDay?: (place: number) => void;
  readonly onChoose?: (party: number | null) => void;
  readonly onPlay?: () => void;
  /** Beside the controls. */
  readonly children?: ComponentChildren;
}

export function RingPlayer(parts: PlayerParts) {
  const { history, histories, place, chosen, playing, onDay, onChoose, onPlay, children } = parts;
  const traders = history.parties.slice(0, history.traders);
  const last = history.days.length - 1;
  return (
    <div class="ring-player">
      <div class="ring-controls no-print">
        {children}
        <button type="button" class="ring-play" onClick={onPlay}>
          {playing ? 'Stop' : 'Play'}
        </button>
        <label class="ring-day">
          <span>
            day <output>{at(history.days, place).day}</output> of {at(history.days, last).day}
          </span>
          <input
            type="range"
            aria-label="day"
            min={0}
            max={last}
            value={place}
            onInput={(event) => {
              onDay?.(Number(event.currentTarget.value));
            }}
          />
        </label>
        <Choice
          label="trader "
          chosen={chosen === null ? '' : String(chosen)}
          options={[['', 'none chosen'], ...traders.map((id, party) => [String(party), id] as const)]}
          onChoose={(value) => {
            onChoose?.(value === '' ? null : Number(value));
          }}
        />
      </div>
      <p class="ring-says" aria-live="polite">
        {daySays(history, place)}
      </p>
      <div class="ring-frame">
        <RingPicture
          history={history}
          place={place}
          chosen={chosen}
          {...(onChoose === undefined ? {} : { onChoose })}
        />
        <div class="ring-beside">
          <RingLegend history={history} place={place} />
          <ChosenHistory history={history} histories={histories} chosen={chosen} />
        </div>
      </div>
      <details>
        <summary>The numbers behind it</summary>
        <DataTable label="numbers: the ring day by day" {...daysTable(history)} />
      </details>
    </div>
  );
}

function ChosenHistory({
  history,
  histories,
  chosen,
}: Pick<PlayerParts, 'history' | 'histories' | 'chosen'>) {
  if (chosen === null)
    return (
      <p class="quiet">
        Choose a trader, in the picture or in the list, to see its claims and read its history.
      </p>
    );
  const id = at(history.parties, chosen);
  const own = histories?.traders.find((one) => one.id === id);
  if (histories === null || own === undefined)
    return <p class="quiet">The history of {id} is not told here.</p>;
  return (
    <section class="ring-history" aria-label={`history of ${id}`} tabIndex={0}>
      <h3>The history of {id}</h3>
      <HistoryList sentences={own.told.flatMap((told) => histories.sentences[told] ?? [])} />
    </section>
  );
}
