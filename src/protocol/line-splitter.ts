/** Bytes as lines: bounded, and never trusted to be text. */

/** The state of a large world is one line. */
const LONGEST_LINE = 64 << 20;

export type Line =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly what: string };

/** Gives each line once. One that is too long is reported at once, and the rest of it is dropped. */
export class LineSplitter {
  #pieces: Buffer[] = [];
  #length = 0;
  readonly #give: (line: Line) => void;

  constructor(give: (line: Line) => void) {
    this.#give = give;
  }

  hear(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      this.#add(chunk.subarray(from, end));
      this.#finish();
      from = end + 1;
    }
    this.#add(chunk.subarray(from));
  }

  /** Whether the line at hand is longer than any may be. */
  get tooLong(): boolean {
    return this.#length > LONGEST_LINE;
  }

  /** What came after the last line, where something did; it is not given any more. */
  rest(): Line | null {
    const rest = this.#length === 0 || this.tooLong ? null : readable(Buffer.concat(this.#pieces));
    this.#pieces = [];
    this.#length = 0;
    return rest;
  }

  #add(piece: Buffer): void {
    if (this.tooLong) return;
    this.#length += piece.length;
    if (this.#length > LONGEST_LINE) {
      this.#pieces = [];
      this.#give({ kind: 'unreadable', what: `a line of more than ${String(LONGEST_LINE >> 20)} MiB` });
    } else if (piece.length > 0) this.#pieces.push(piece);
  }

  #finish(): void {
    if (!this.tooLong) this.#give(readable(Buffer.concat(this.#pieces)));
    this.#pieces = [];
    this.#length = 0;
  }
}

function readable(bytes: Buffer): Line {
  try {
    return { kind: 'line', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: 'unreadable', what: `bytes that are no UTF-8: ${bytes.subarray(0, 24).toString('hex')}` };
  }
}
