/** @jsxRuntime automatic @jsxImportSource preact */
/** Clauses against implementations. */
import { MatrixTable } from '../../conformance/show-matrix.tsx';
import { clauseAddress } from '../places.ts';
import { Frame } from '../frame.tsx';
import type { Book } from '../book.ts';

export const ImplementationsPage = ({ book }: { book: Book }) => (
  <Frame book={book} view="implementations.html">
    <h1>Implementations</h1>
    {book.results === null ? (
      <p>
        No results of other implementations were given. Name their files with <code>--results</code>, and each
        clause stands here against each implementation.
      </p>
    ) : (
      <MatrixTable matrix={book.results} catalogue={book.specification} hrefOf={clauseAddress} />
    )}
  </Frame>
);
