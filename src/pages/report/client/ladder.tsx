/** @jsxRuntime automatic @jsxImportSource preact */
/** The program of the ladder's page: sliders in, the kernel's quotes out. */
import { render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Quotes } from '../../../core/kernel.ts';
import { useHash } from '../../hash.ts';
import { LadderChart } from '../charts/ladder.tsx';
import { DataTable, numbers, texts } from '../../table.tsx';
import { addressOf, readAddress, type LadderState } from '../ladder-state.ts';
import { drawnRung, ladder, quotesNow, type Rung } from '../ladder.ts';
import { amount, counted, fixed } from '../words.ts';
import { FactList } from '../fact-list.tsx';
import './tips.ts';

type NumberName = 'outsideMid' | 'outsideSpread' | 'tickets' | 'cash' | 'ticketSize' | 'guardThreshold';

interface Slider {
  readonly name: NumberName;
  readonly label: string;
  readonly whole?: boolean;
  /** The far end of the slider, from the state that the page was opened with. */
  readonly most: (opened: LadderState) => number;
}

const sliders: readonly Slider[] = [
  {
    name: 'outsideMid',
    label: 'outside mid M',
    most: (s) => Math.max(1.5 * s.ticketSize, 1.2 * s.outsideMid),
  },
  {
    name: 'outsideSpread',
    label: 'outside spread O',
    most: (s) => Math.max(s.ticketSize, 1.5 * s.outsideSpread),
  },
  { name: 'tickets', label: 'tickets a', whole: true, most: (s) => Math.max(10, 2 * s.tickets) },
  { name: 'cash', label: 'cash C', most: (s) => Math.max(10 * s.outsideMid, 2 * s.cash) },
  { name: 'ticketSize', label: 'face of a ticket S', most: (s) => Math.max(2 * s.ticketSize, 1) },
  { name: 'guardThreshold', label: 'guard threshold', most: (s) => Math.max(s.ticketSize, s.guardThreshold) },
];

function App() {
  const [state, setState] = useState(() => readAddress(location.hash));
  const [opened, setOpened] = useState(state);
  useHash(() => {
    const next = readAddress(location.hash);
    setState(next);
    setOpened(next);
  });
  const change = (next: LadderState): void => {
    setState(next);
    history.replaceState(null, '', addressOf(next));
  };
  const rungs = useMemo(() => ladder(state), [state]);
  const quotes = useMemo(() => quotesNow(state), [state]);
  return (
    <>
      <form class="controls ladder-controls" aria-label="The dealer">
        {sliders.map((slider) => (
          <Control
            key={slider.name}
            slider={slider}
            state={state}
            most={slider.most(opened)}
            onChange={change}
          />
        ))}
        <Switch name="clipOutsideBid" label="outside bid never below 0" state={state} onChange={change} />
        <Switch name="capQuotesAtPar" label="quotes never above par" state={state} onChange={change} />
      </form>
      <p class="answer" aria-live="polite" id="says">
        {says(state, quotes)}
      </p>
      <Figures quotes={quotes} />
      <Chart rungs={rungs} state={state} quotes={quotes} />
      <Rungs rungs={rungs} quotes={quotes} />
    </>
  );
}

interface ControlParts {
  readonly slider: Slider;
  readonly state: LadderState;
  readonly most: number;
  readonly onChange: (state: LadderState) => void;
}

function Control({ slider: { name, label, whole }, state, most, onChange }: ControlParts) {
  const least = name === 'outsideMid' || name === 'ticketSize' ? most / 1000 : 0;
  const set = (text: string): void => {
    const value = Number(text);
    if (text === '' || !Number.isFinite(value) || value < least) return;
    onChange({ ...state, [name]: whole === true ? Math.round(value) : Number(value.toPrecision(6)) });
  };
  return (
    <div class="control">
      <label for={name}>{label}</label>
      <input
        type="range"
        aria-label={`${label}, slider`}
        min={least}
        max={most}
        step={whole === true ? 1 : most / 200}
        value={state[name]}
        onInput={(event) => {
          set(event.currentTarget.value);
        }}
      />
      <input
        type="number"
        id={name}
        min={least}
        step="any"
        value={Number(state[name].toPrecision(6))}
        onChange={(event) => {
          set(event.currentTarget.value);
        }}
      />
    </div>
  );
}

interface SwitchParts {
  readonly name: 'clipOutsideBid' | 'capQuotesAtPar';
  readonly label: string;
  readonly state: LadderState;
  readonly onChange: (state: LadderState) => void;
}

const Switch = ({ name, label, state, onChange }: SwitchParts) => (
  <label class="switch">
    <input
      type="checkbox"
      checked={state[name]}
      onChange={(event) => {
        onChange({ ...state, [name]: event.currentTarget.checked });
      }}
    />{' '}
    {label}
  </label>
);

function says(state: LadderState, quotes: Quotes): string {
  const owns = `With ${counted(state.tickets, 'ticket')} and ${amount(state.cash)} in cash the dealer is worth ${fixed(quotes.midValuedWealth)} at the outside mid`;
  if (quotes.guard)
    return `${owns}. The mid is at or below the guard’s threshold: it quotes ${fixed(quotes.bid)} and ${fixed(quotes.ask)}, the outside quotes, and every order passes through.`;
  const pins = [quotes.bidPinned ? 'its bid' : '', quotes.askPinned ? 'its ask' : ''].filter(
    (pin) => pin !== '',
  );
  const pinned =
    pins.length === 0
      ? ''
      : ` ${pins.join(' and ')} ${pins.length === 1 ? 'is' : 'are'} pinned to the outside.`;
  return `${owns}, which carries ${counted(quotes.fundableTickets, 'ticket')}. Holding ${String(state.tickets)} it bids ${fixed(quotes.bid, 4)} and asks ${fixed(quotes.ask, 4)}.${pinned.replace(/^ i/, ' I')}`;
}

const Figures = ({ quotes }: { readonly quotes: Quotes }) => (
  <FactList
    facts={[
      ['fundable tickets K*', String(quotes.fundableTickets)],
      ['capacity X*, face', amount(quotes.capacity)],
      ['rungs N', String(quotes.rungs)],
      ['layoff probability λ', fixed(quotes.layoffProbability, 4)],
      ['inside width I', fixed(quotes.insideWidth, 4)],
      ['midline p', fixed(quotes.midline, 4)],
      ['bid', fixed(quotes.bid, 4)],
      ['ask', fixed(quotes.ask, 4)],
      ['outside bid B', fixed(quotes.outsideBid, 4)],
      ['outside ask A', fixed(quotes.outsideAsk, 4)],
    ]}
  />
);

interface ChartParts {
  readonly rungs: readonly Rung[];
  readonly state: LadderState;
  readonly quotes: Quotes;
}

function Chart({ rungs, state, quotes }: ChartParts) {
  const first = rungs[0];
  const last = rungs.at(-1);
  return (
    <figure id="ladder-picture">
      <figcaption>
        <h2>Quotes over the ladder</h2>
        <p>
          The upright line is where the dealer stands now; diamonds mark the ends of the ladder, where an
          order passes through to the VBT: a buyer pays A at an empty shelf, a seller gets B at a full one.
          {first === undefined || last === undefined
            ? ''
            : ` From ${fixed(first.quotes.bid, 4)} and ${fixed(first.quotes.ask, 4)} at 0 the quotes fall to ${fixed(last.quotes.bid, 4)} and ${fixed(last.quotes.ask, 4)} at ${amount(quotes.capacity)}.`}
        </p>
      </figcaption>
      <div class="chart">
        <LadderChart
          label="quotes over the ladder"
          rungs={rungs.map(drawnRung)}
          now={{
            face: state.tickets * state.ticketSize,
            ask: quotes.ask.toNumber(),
            bid: quotes.bid.toNumber(),
            says: `the dealer now: ${counted(state.tickets, 'ticket')}`,
          }}
          passes={rungs.flatMap(passesAt)}
        />
      </div>
    </figure>
  );
}

/** The orders that leave the ladder at a rung. KER-13, KER-14. */
function passesAt({ quotes, buyInterior, sellInterior }: Rung) {
  const face = quotes.faceInventory.toNumber();
  const pass = (at: number, what: string) => ({
    face,
    at,
    says: `x = ${amount(face)}: ${what} ${fixed(at, 4)}`,
  });
  return [
    ...(buyInterior ? [] : [pass(quotes.outsideAsk.toNumber(), 'a buyer passes through at')]),
    ...(sellInterior ? [] : [pass(quotes.outsideBid.toNumber(), 'a seller passes through at')]),
  ];
}

const Rungs = ({ rungs, quotes }: { readonly rungs: readonly Rung[]; readonly quotes: Quotes }) => (
  <details open>
    <summary>
      The numbers behind it
      {rungs.length < quotes.rungs
        ? `: ${String(rungs.length)} of ${String(quotes.rungs)} rungs, evenly spread`
        : ''}
    </summary>
    <DataTable
      label="numbers: quotes over the ladder"
      columns={[...numbers('x', 'bid', 'midline', 'ask', 'a seller gets', 'a buyer pays'), ...texts('pins')]}
      rows={rungs.map(({ quotes: at, buyInterior, sellInterior }) => [
        amount(at.faceInventory),
        fixed(at.bid, 4),
        fixed(at.midline, 4),
        fixed(at.ask, 4),
        fixed(sellInterior ? at.bid : at.outsideBid, 4),
        fixed(buyInterior ? at.ask : at.outsideAsk, 4),
        [
          at.bidPinned ? 'bid pinned' : '',
          at.askPinned ? 'ask pinned' : '',
          sellInterior ? '' : 'sells pass through',
          buyInterior ? '' : 'buys pass through',
        ]
          .filter((pin) => pin !== '')
          .join(', '),
      ])}
    />
  </details>
);

const place = document.getElementById('ladder');
if (place !== null) {
  place.replaceChildren();
  render(<App />, place);
}
