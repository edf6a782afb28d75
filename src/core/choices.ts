/** What is left to chance in an order flow. FLW-01 … FLW-03, FLW-08. */

/** Where the random choices of the order flow come from: a generator, or a script. FLW-08. */
export interface Choices {
  /** Whether there is another arrival; a script ends the flow when it ends. */
  more(): boolean;
  /** Z: 1 prefers SELL. Drawn with probability π_sell. FLW-01. */
  prefersSell(sellProbability: number): boolean;
  /**
   * The place in trader order of the agent: drawn uniformly from the set that serves the arrival, or a
   * scripted one that `admits` lets pass. FLW-03.
   */
  agent(eligible: TraderSet, admits: (index: number) => boolean): number;
}

/** Some traders by their places in trader order, ascending. FLW-03. */
export interface TraderSet {
  readonly size: number;
  has(index: number): boolean;
  /** The k-th of them, counted from 0. */
  at(k: number): number;
}
