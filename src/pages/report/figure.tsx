/** @jsxRuntime automatic @jsxImportSource preact */
/** A picture with the sentence that says the same, and the numbers behind it. */
import type { ComponentChildren } from 'preact';

export interface Column {
  readonly name: string;
  readonly numeric?: boolean;
}

export const numbers = (...names: string[]): Column[] => names.map((name) => ({ name, numeric: true }));
export const texts = (...names: string[]): Column[] => names.map((name) => ({ name }));

export interface NumbersTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** A table in a frame that scrolls by itself, so that the page never does sideways. */
export const DataTable = ({ label, columns, rows }: NumbersTable & { readonly label: string }) => (
  <div class="scroll" role="region" aria-label={label} tabIndex={0}>
    <table>
      <thead>
        <tr>
          {columns.map(({ name, numeric }) => (
            <th key={name} scope="col" class={numeric === true ? 'number' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            {row.map((cell, j) => (
              <td key={j} class={columns[j]?.numeric === true ? 'number' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

export interface FigureParts {
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in words. */
  readonly says: string;
  /** The drawing, or null where there is nothing to draw. */
  readonly svg: string | null;
  readonly table?: NumbersTable;
  readonly children?: ComponentChildren;
}

export const Figure = ({ id, title, says, svg, table, children }: FigureParts) => (
  <figure id={id}>
    <figcaption>
      <h3>{title}</h3>
      <p>{says}</p>
    </figcaption>
    {svg === null ? null : (
      <div
        class="chart"
        role="region"
        aria-label={`picture: ${title}`}
        tabIndex={0}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    )}
    {children}
    {table === undefined ? null : (
      <details>
        <summary>The numbers behind it</summary>
        <DataTable label={`numbers: ${title}`} {...table} />
      </details>
    )}
  </figure>
);
