/**
 * What an implementation answered to a scenario, as the steps attach it to a run for people to look at: the
 * cells that stand against a table, and the world after each thing that happened. Amounts are decimal strings.
 */

/** The media type of these attachments in a message file. */
export const SHOWN = 'application/vnd.ringspec+json';

export type Shown = ShownTable | ShownFrame;

/** What was found against a table of the scenario, row by row, under the columns of that table. */
export interface ShownTable {
  readonly shows: 'table';
  readonly found: readonly (readonly string[])[];
  /** Cells that disagree, as row and column from 0; a column of −1 is the whole row. */
  readonly wrong: readonly (readonly [number, number])[];
}

/** The world right after something happened. */
export interface ShownFrame {
  readonly shows: 'frame';
  /** `open` for the world as it was given, else the operation of the protocol. */
  readonly did: string;
  readonly takes: Readonly<Record<string, unknown>>;
  /** The order as it went, where it was one. */
  readonly trade: ShownTrade | null;
  readonly refused: string | null;
  readonly time: number;
  readonly ticketSize: string;
  readonly parties: readonly ShownParty[];
  readonly markets: readonly ShownMarket[];
}

export interface ShownTrade {
  readonly executed: boolean;
  readonly side: string;
  readonly bucket: string | null;
  readonly ticket: string | null;
  readonly price: string | null;
  readonly route: string | null;
  readonly reason: string | null;
}

/** One balance sheet. Ids as in the protocol: `H1`, `dealer:short`, `vbt:short`. */
export interface ShownParty {
  readonly id: string;
  readonly cash: string;
  readonly equity: string;
  readonly holds: readonly string[];
  /** Its own tickets, whoever holds them. */
  readonly owes: readonly string[];
}

/** What a dealer quotes, and its ladder rung by rung; one rung where the guard is on. */
export interface ShownMarket {
  readonly bucket: string;
  readonly x: string;
  readonly ask: string;
  readonly bid: string;
  readonly outsideAsk: string;
  readonly outsideBid: string;
  readonly outsideMid: string;
  readonly guard: boolean;
  readonly ladder: readonly ShownRung[];
}

export interface ShownRung {
  readonly x: string;
  readonly midline: string;
  readonly ask: string;
  readonly bid: string;
}
