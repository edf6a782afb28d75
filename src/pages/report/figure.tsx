/** @jsxRuntime automatic @jsxImportSource preact */
/** A picture with the sentence that says the same, and the numbers behind it. */
import type { ComponentChildren } from 'preact';
import { DataTable, type Table } from '../table.tsx';

interface FigureParts {
  readonly id: string;
  /** Where its permalink leads, where that is more than its id. */
  readonly address?: string;
  readonly title: string;
  /** What the picture shows, in words. */
  readonly says: string;
  readonly table?: Table;
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
