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
  /** Where its permalink leads, where that is more than its id. */
  readonly address?: string;
  readonly title: string;
  /** What the picture shows, in words. */
  readonly says: string;
  readonly table?: NumbersTable;
  /** The drawings, side by side where there is room; nothing where there is nothing to draw. */
  readonly children?: ComponentChildren;
  /** What comes between the drawings and their numbers. */
  readonly after?: ComponentChildren;
}

export const Figure = ({ id, address = `#${id}`, title, says, table, children, after }: FigureParts) => (
  <figure id={id}>
    <figcaption>
      <h3>
        {title} <Permalink address={address} title={title} />
      </h3>
      <p>{says}</p>
    </figcaption>
    {children == null || children === false ? null : <div class="chart panels">{children}</div>}
    {after}
    {table === undefined || table.rows.length === 0 ? null : (
      <details>
        <summary>The numbers behind it</summary>
        <DataTable label={`numbers: ${title}`} {...table} />
      </details>
    )}
  </figure>
);

/** The address of a figure, to be copied. */
const Permalink = ({ address, title }: { readonly address: string; readonly title: string }) => (
  <a class="permalink no-print" href={address} aria-label={`address of: ${title}`}>
    #
  </a>
);

/** Further drawings of a figure are in its table alone. */
export const MOST_PANELS = 25;

/** One of several drawings of a figure, under its own name. */
export const Panel = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}) => (
  <div class="panel">
    {name === '' ? null : <p class="panel-name">{name}</p>}
    {children}
  </div>
);
