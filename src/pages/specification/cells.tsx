/** @jsxRuntime automatic @jsxImportSource preact */
/** Tables of a scenario: what the specification says, and below it what was answered. */
import type { ScenarioView, StepView } from './model.ts';
import { DataTable } from '../table.tsx';
import { shownNumber, shownParty } from './words.ts';

const isNumber = (text: string): boolean => /^-?[\d./]+…?$/.test(text);
const cellClass = (text: string): string => (isNumber(text) ? 'number' : '');

/** A table has many columns: six digits, and the whole number where somebody points. */
const shown = (text: string, most = 6): string =>
  /^(dealer|vbt):/.test(text) ? shownParty(text) : shownNumber(text, most);

interface HeadingsParts {
  readonly names: readonly string[];
  /** The first row below: a column of numbers has its name over them. */
  readonly first: readonly string[];
}

const Headings = ({ names, first }: HeadingsParts) => (
  <>
    {names.map((name, c) => (
      <th key={c} scope="col" class={cellClass(first[c] ?? '')}>
        {name}
      </th>
    ))}
  </>
);

const Cells = ({ row }: { readonly row: readonly string[] }) => (
  <>
    {row.map((cell, c) => (
      <td key={c} class={cellClass(cell)}>
        {cell}
      </td>
    ))}
  </>
);

/** Each row twice where something was answered to it: as specified, and as answered. */
export function StepTable({
  table,
  answered,
}: Pick<StepView, 'answered'> & { table: readonly (readonly string[])[] }) {
  const [header = [], ...rows] = table;
  if (answered === null || rows.length === 0) return <PlainTable table={table} />;
  const isWrong = (r: number, c: number): boolean =>
    answered.wrong.some(([row, col]) => row === r && (col === c || col < 0));
  const surplus = answered.found.slice(rows.length);
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label="a table: specified and answered">
      <table class="answered">
        <thead>
          <tr>
            <td />
            <Headings names={header} first={rows[0] ?? []} />
          </tr>
        </thead>
        {rows.map((row, r) => (
          <tbody key={r}>
            <tr>
              <th scope="row">specified</th>
              <Cells row={row} />
            </tr>
            <tr class="found">
              <th scope="row">answered</th>
              {answered.found[r] === undefined ? (
                <td class="wrong" colSpan={header.length}>
                  <Mark /> nothing
                </td>
              ) : (
                row.map((_, c) => <Found key={c} text={answered.found[r]?.[c] ?? ''} wrong={isWrong(r, c)} />)
              )}
            </tr>
          </tbody>
        ))}
        {surplus.map((row, r) => (
          <tbody key={`more ${String(r)}`}>
            <tr class="found">
              <th scope="row">answered, and not specified</th>
              {header.map((_, c) => (
                <Found key={c} text={row[c] ?? ''} wrong />
              ))}
            </tr>
          </tbody>
        ))}
      </table>
    </div>
  );
}

const Mark = () => (
  <>
    <span aria-hidden="true">✗</span>
    <span class="visually-hidden">differs:</span>
  </>
);

function Found({ text, wrong }: { text: string; wrong: boolean }) {
  // of what is wrong the difference may be small
  const told = shown(text, wrong ? 8 : 6);
  return (
    <td class={`${cellClass(told)} ${wrong ? 'wrong' : ''}`} title={told === text ? undefined : text}>
      {wrong ? <Mark /> : null} {wrong && told === '' ? 'nothing' : told}
    </td>
  );
}

export function PlainTable({ table }: { table: readonly (readonly string[])[] }) {
  const [header = [], ...rows] = table;
  const columns = header.map((name, c) => ({ name, numeric: isNumber(rows[0]?.[c] ?? '') }));
  return <DataTable label="a table" columns={columns} rows={rows} />;
}

/** The rows of an outline, each with what was answered to it. */
export function ExamplesTable({ header, rows }: NonNullable<ScenarioView['examples']>) {
  const wrong = (row: (typeof rows)[number]) => row.standing === 'failed' || row.standing === 'retried';
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label="examples: specified and answered">
      <table class="answered examples">
        <thead>
          <tr>
            <td />
            <Headings names={header} first={rows[0]?.cells ?? []} />
            <th scope="col">row</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.line}>
            <tr>
              <th scope="row">specified</th>
              <Cells row={row.cells} />
              <td class={wrong(row) ? 'wrong' : 'held'}>
                {wrong(row) ? '✗ fails' : row.standing === 'counts' ? '✓ holds' : row.standing}
              </td>
            </tr>
            {row.answered.every((cell) => cell === null) ? null : (
              <tr class="found">
                <th scope="row">answered</th>
                {row.answered.map((cell, c) => (
                  <td key={c} class={cellClass(shown(cell ?? ''))} title={cell ?? undefined}>
                    {shown(cell ?? '')}
                  </td>
                ))}
                <td />
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}
