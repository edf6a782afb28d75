/** @jsxRuntime automatic @jsxImportSource preact */
/** What moved over the days of a run: anchors, debt to money. */
import { DayBars, DayLines, type DayLine } from './charts/days.tsx';
import { ink } from './charts/look.ts';
import { Figure, Panel } from './figure.tsx';
import { numbers, texts } from '../table.tsx';
import type { AnchorMove, Market } from './market.ts';
import type { RunRecord, Table } from './read-run.ts';
import { bucketName, counted, fixed, listed, percent } from './words.ts';

const bucketColours = [ink.blue, ink.orange, ink.green, ink.purple, ink.sky];
const dashes = ['', '7 3', '2 3'];

export function AnchorsFigure({ run: { markets, metrics } }: { readonly run: RunRecord }) {
  const { lastDay } = metrics;
  const rows = markets.flatMap((market) => anchorsByDay(market, lastDay));
  const says = anchorsSay(markets);
  const lines = (of: 'mid' | 'spread'): DayLine[] =>
    markets.map(({ bucket }, i) => ({
      name: bucketName(bucket),
      colour: bucketColours[i % bucketColours.length] ?? ink.text,
      dash: dashes[i % dashes.length] ?? '',
      points: rows
        .filter((row) => row.bucket === bucketName(bucket))
        .map((row) => ({
          day: row.day,
          value: row[of],
          label: `day ${String(row.day)}, ${row.bucket}: outside ${of} ${fixed(row[of])}`,
        })),
    }));
  const losses = markets.map(({ bucket }, i) => ({
    name: bucketName(bucket),
    colour: bucketColours[i % bucketColours.length] ?? ink.text,
    sign: 1 as const,
    bars: rows
      .filter((row) => row.bucket === bucketName(bucket) && row.loss > 0)
      .map(({ day, bucket: name, loss }) => ({
        day,
        value: 100 * loss,
        label: `day ${String(day)}, ${name}: loss rate ${percent(loss)}`,
      })),
  }));
  const lost = losses.filter(({ bars }) => bars.length > 0);
  return (
    <Figure
      id="anchors"
      title="Outside mid and spread, and the loss rates"
      says={says}
      table={{
        columns: [
          ...numbers('day'),
          ...texts('bucket'),
          ...numbers('outside mid', 'outside spread', 'loss rate'),
        ],
        rows: rows.map(({ day, bucket, mid, spread, loss }) => [
          String(day),
          bucket,
          fixed(mid),
          fixed(spread),
          percent(loss),
        ]),
      }}
    >
      {markets.every(({ anchors }) => anchors.length === 0) ? null : (
        <>
          <Panel name="">
            <DayLines
              label={`outside mid. ${says}`}
              yTitle="outside mid"
              lastDay={lastDay}
              lines={lines('mid')}
              withZero={false}
            />
          </Panel>
          <Panel name="">
            <DayLines
              label={`outside spread. ${says}`}
              yTitle="outside spread"
              lastDay={lastDay}
              lines={lines('spread')}
              withZero={false}
            />
          </Panel>
          {lost.length === 0 ? null : (
            <Panel name="">
              <DayBars
                label="loss rates by day, bucket on bucket"
                yTitle="loss rate, percent, stacked"
                lastDay={lastDay}
                series={lost}
              />
            </Panel>
          )}
        </>
      )}
    </Figure>
  );
}

/** One row by day: what was in force at its close, and the loss that moved it there. ANC-03. */
function anchorsByDay(market: Market, lastDay: number) {
  const bucket = bucketName(market.bucket);
  let [mid, spread] = [market.openingMid, market.openingSpread];
  return Array.from({ length: lastDay + 1 }, (_, day) => {
    const move = market.anchors.find((candidate) => candidate.day === day);
    if (move !== undefined) [mid, spread] = [move.mid, move.spread];
    return { day, bucket, mid, spread, loss: move?.lossRate ?? 0 };
  });
}

/** Which anchors moved, on how many days, from where to where. An anchor moves by a loss or by its least spread. ANC-03, ANC-07R. */
export function anchorsSay(markets: readonly Market[]): string {
  const moves = markets.flatMap(({ anchors }) => anchors);
  if (moves.length === 0) return 'No anchor moved.';
  const days = new Set(moves.map(({ day }) => day)).size;
  const told = (
    what: string,
    ends: (market: Market, end: AnchorMove) => readonly [number, number],
  ): string[] => {
    const moved = markets.flatMap((market) => {
      const end = market.anchors.at(-1);
      if (end === undefined) return [];
      const [from, to] = ends(market, end);
      return from === to ? [] : [`${bucketName(market.bucket)} from ${fixed(from)} to ${fixed(to)}`];
    });
    return moved.length === 0 ? [] : [`the outside ${what} of ${listed(moved)}`];
  };
  const changes = [
    ...told('mids', ({ openingMid }, { mid }) => [openingMid, mid]),
    ...told('spreads', ({ openingSpread }, { spread }) => [openingSpread, spread]),
  ];
  return `Anchors moved on ${counted(days, 'day')}: ${changes.join('; ')}.`;
}

export function DebtFigure({ run: { tables, metrics } }: { readonly run: RunRecord }) {
  const days = systemDays(tables.get('system_state_timeseries'));
  const last = days.at(-1);
  const says =
    `Debt to money was ${fixed(metrics.debtToMoneyRatio)} at the start ` +
    `(${fixed(metrics.initialTotalDebt)} over ${fixed(metrics.initialTotalMoney)})` +
    (last === undefined ? '.' : ` and ${fixed(last.ratio)} at the end of day ${String(last.day)}.`);
  const line = (name: string, of: 'debt' | 'money' | 'ratio', colour: string, dash = ''): DayLine => ({
    name,
    colour,
    dash,
    points: days.map((row) => ({
      day: row.day,
      value: row[of],
      label: `day ${String(row.day)}: ${name} ${fixed(row[of])}`,
    })),
  });
  return (
    <Figure
      id="debt-to-money"
      title="Debt to money"
      says={says}
      table={{
        columns: numbers('day', 'debt', 'traders’ money', 'debt to money'),
        rows: days.map(({ day, debt, money, ratio }) => [
          String(day),
          fixed(debt),
          fixed(money),
          fixed(ratio),
        ]),
      }}
    >
      <Panel name="">
        <DayLines
          label={says}
          yTitle="debt to money"
          lastDay={metrics.lastDay}
          lines={[line('debt to money', 'ratio', ink.text)]}
        />
      </Panel>
      <Panel name="">
        <DayLines
          label="debt and the traders’ money by day"
          yTitle="money"
          lastDay={metrics.lastDay}
          lines={[line('debt', 'debt', ink.orange), line('money', 'money', ink.blue, '7 3')]}
        />
      </Panel>
    </Figure>
  );
}

/** The columns of OUT-05 that are drawn. */
function systemDays(table: Table | undefined) {
  if (table === undefined) return [];
  return rowsOf(table).map((cell) => ({
    day: cell('day'),
    debt: cell('total_face_value'),
    money: cell('trader_cash'),
    ratio: cell('debt_to_money'),
  }));
}

/** The rows of a table of the run, each by the names of its columns, as numbers. */
export function rowsOf({ columns, rows }: Table): ((name: string) => number)[] {
  return rows.map((row) => (name) => {
    const cell = row[columns.indexOf(name)] ?? null;
    return typeof cell === 'object' && cell !== null ? cell.toNumber() : Number(cell);
  });
}
