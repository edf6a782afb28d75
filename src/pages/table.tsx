/** @jsxRuntime automatic @jsxImportSource preact */
/** A table in a frame that scrolls by itself, so that the page never does sideways. */
import type { ComponentChildren } from 'preact';

interface Column {
  readonly name: string;
  readonly numeric: boolean;
}

export const numbers = (...names: string[]): Column[] => names.map((name) => ({ name, numeric: true }));
export const texts = (...names: string[]): Column[] => names.map((name) => ({ name, numeric: false }));

export interface Table<Cell = string> {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

interface TableParts extends Table<ComponentChildren> {
  readonly label: string;
  /** Whether the first cell of a row names it. */
  readonly hasRowHeads?: boolean;
}

export const DataTable = ({ label, columns, rows, hasRowHeads = false }: TableParts) => {
  const look = (place: number) => (columns[place]?.numeric === true ? 'number' : undefined);
  return (
    <div class="scroll" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name }, i) => (
              <th key={i} scope="col" class={look(i)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) =>
                hasRowHeads && j === 0 ? (
                  <th key={j} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={j} class={look(j)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
