/** @jsxRuntime automatic @jsxImportSource preact */
/** The program of a sweep's page: the table of pairs, filtered, sorted, and kept in the address. */
import { Fragment, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pairEntries, type MapData, type PairData, type PairEntry } from '../pair-data.ts';
import { Choice } from '../../choice.tsx';
import { useHash } from '../../hash.ts';
import { counted } from '../words.ts';
import {
  addressOfView,
  columnsOf,
  filters,
  shown,
  viewOf,
  wholeView,
  type PairColumn,
  type FilterKey,
  type View,
} from './pair-columns.ts';
import type { FanData } from '../fan-data.ts';
import { startFans } from './fans.tsx';
import { Maps } from './maps.tsx';
import './copies.ts';
import { FactList } from '../fact-list.tsx';
import './tips.ts';

interface Data {
  readonly pairs: PairData;
  /** Of a sweep with many points, whose maps are drawn when they are asked for. */
  readonly maps?: MapData;
  /** Of a sweep that has the files of its runs. */
  readonly fans?: FanData;
}

const { pairs: written, maps, fans } = (globalThis as unknown as { readonly ringspec: Data }).ringspec;
const data = { dir: written.dir, arms: written.arms.shown, pairs: pairEntries(written) };

const columns = columnsOf(data.pairs, written.arms);

/** Rows shown before the reader asks for all. */
const FIRST = 200;

/** The pair that an address names, as in `#pair-17`. */
const pairOf = (fragment: string): PairEntry | null => {
  const [, index] = /^#pair-(\d+)$/.exec(fragment) ?? [];
  return data.pairs.find(({ pair }) => String(pair) === index) ?? null;
};

function App() {
  const [view, setView] = useState<View>(() => viewOf(location.hash, columns) ?? wholeView);
  const [chosen, setChosen] = useState(() => pairOf(location.hash));
  const [all, setAll] = useState(false);
  useHash(() => {
    const asked = viewOf(location.hash, columns);
    if (asked !== null) setView(asked);
    setChosen(pairOf(location.hash));
  });
  useEffect(() => {
    if (chosen !== null) document.getElementById('pair-panel')?.scrollIntoView({ block: 'nearest' });
    else if (viewOf(location.hash, columns) !== null) document.getElementById('pairs')?.scrollIntoView();
  }, [chosen]);
  const change = (next: View): void => {
    setView(next);
    setChosen(null);
    history.replaceState(null, '', addressOfView(next));
  };
  const rows = shown(data.pairs, view, columns);
  const visible = all ? rows : rows.slice(0, FIRST);
  return (
    <>
      <Filters view={view} onChange={change} />
      <p role="status">
        {rows.length === data.pairs.length
          ? `All ${counted(rows.length, 'pair')}.`
          : `${String(rows.length)} of ${counted(data.pairs.length, 'pair')}.`}
        {visible.length < rows.length ? ` Shown are the first ${String(visible.length)}. ` : ' '}
        {visible.length < rows.length ? (
          <button
            type="button"
            onClick={() => {
              setAll(true);
            }}
          >
            show all
          </button>
        ) : null}
      </p>
      {chosen === null ? null : <Panel pair={chosen} />}
      <Table rows={visible} view={view} onChange={change} />
    </>
  );
}

/** The filters with this one set, or taken away where the value is empty. */
function wanting(wanted: View['wanted'], key: FilterKey, value: string): View['wanted'] {
  const others = Object.entries(wanted).filter(([other]) => other !== key);
  return Object.fromEntries(value === '' ? others : [...others, [key, value]]);
}

interface Changing {
  readonly view: View;
  readonly onChange: (view: View) => void;
}

function Filters({ view, onChange }: Changing) {
  return (
    <form class="controls no-print" aria-label="Which pairs are shown">
      {filters.map(([key, name]) => {
        const values = [...new Set(data.pairs.map((pair) => pair[key]))];
        if (values.length < 2) return null;
        return (
          <Choice
            key={key}
            label={name}
            name={key}
            chosen={view.wanted[key] ?? ''}
            options={[['', 'all'], ...values.map((value) => [value, value] as const)]}
            onChoose={(value) => {
              onChange({ ...view, wanted: wanting(view.wanted, key, value) });
            }}
          />
        );
      })}
      <button
        type="button"
        onClick={() => {
          onChange(wholeView);
        }}
      >
        show all pairs
      </button>
    </form>
  );
}

function Table({ rows, view, onChange }: Changing & { readonly rows: readonly PairEntry[] }) {
  return (
    <div class="scroll tall" role="region" aria-label="table of pairs" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} view={view} onChange={onChange} />
            ))}
            <th scope="col">runs</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((pair) => (
            <Row key={pair.pair} pair={pair} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({
  column: { key, name, numeric },
  view,
  onChange,
}: Changing & { readonly column: PairColumn }) {
  const sorted = view.sort === key;
  return (
    <th
      scope="col"
      class={numeric ? 'number' : undefined}
      aria-sort={sorted ? (view.down ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class="sort"
        onClick={() => {
          onChange({ ...view, sort: key, down: sorted && !view.down });
        }}
      >
        {name}
        <span aria-hidden="true">{sorted ? (view.down ? ' ▼' : ' ▲') : ''}</span>
      </button>
    </th>
  );
}

const Row = ({ pair }: { readonly pair: PairEntry }) => (
  <tr id={`row-${String(pair.pair)}`}>
    {columns.map((column) => (
      <td key={column.key} class={column.numeric ? 'number' : undefined}>
        {column.key === 'pair' ? <a href={`#pair-${String(pair.pair)}`}>{pair.pair}</a> : column.show(pair)}
      </td>
    ))}
    <td>
      <Runs pair={pair} />
    </td>
  </tr>
);

const runsOf = ({ runs }: PairEntry) => data.arms.map((arm, i) => ({ arm, runId: runs[i] ?? '' }));

const runPage = (runId: string): string => `runs/${encodeURIComponent(runId)}.html`;

/** The runs of the arms that are shown: their pages, or the commands that make them. */
function Runs({ pair }: { readonly pair: PairEntry }) {
  if (pair.pages)
    return (
      <>
        {runsOf(pair).map(({ arm, runId }) => (
          <Fragment key={arm}>
            <a href={runPage(runId)}>{arm}</a>{' '}
          </Fragment>
        ))}
      </>
    );
  return (
    <details>
      <summary>make pages</summary>
      <Commands pair={pair} />
    </details>
  );
}

const quoted = (path: string): string =>
  /^[\w./:~-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

const Commands = ({ pair }: { readonly pair: PairEntry }) => (
  <>
    {runsOf(pair).map(({ arm, runId }) => (
      <code key={arm} class="command">
        bin/ringspec report {quoted(`${data.dir}/${arm}/runs/${runId}`)}
      </code>
    ))}
  </>
);

/** Everything that is known of one pair. */
const Panel = ({ pair }: { readonly pair: PairEntry }) => (
  <section id="pair-panel" aria-label={`pair ${String(pair.pair)}`}>
    <h3>Pair {pair.pair}</h3>
    <FactList facts={columns.slice(1).map(({ name, show }) => [name, show(pair)])} />
    {pair.status === '' ? null : <p>{pair.status}</p>}
    {pair.errors.map((error) => (
      <p key={error} class="bad">
        {error}
      </p>
    ))}
    <p>
      {pair.pages ? 'Its runs: ' : 'The pages of its runs are made by: '}
      <Runs pair={pair} />
    </p>
  </section>
);

/** A cell of a map leads to its pairs, a dot to its pair. */
document.addEventListener('click', (event) => {
  const mark = event.target instanceof Element ? event.target.closest('[data-leads]') : null;
  const leads = mark?.getAttribute('data-leads');
  if (leads != null) location.hash = leads;
});

const mapPlace = document.getElementById('map-place');
if (mapPlace !== null && maps !== undefined) {
  mapPlace.replaceChildren();
  render(<Maps maps={maps} />, mapPlace);
}

const fanPlace = document.getElementById('fan-place');
if (fanPlace !== null && fans !== undefined) startFans(fans, fanPlace);

const place = document.getElementById('pair-table');
if (place !== null) {
  place.replaceChildren();
  render(<App />, place);
}
