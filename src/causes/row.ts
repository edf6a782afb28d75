/** A row of the table of causes, and the facts that it may ask for. */

export interface Row {
  /** Members of the answer, one of which differs; `*` is any. */
  readonly member: string;
  /** What must be the case besides. */
  readonly if?: FactName;
  readonly clauses: readonly string[];
}

/** What else is known of a difference; `facts.ts` says how. */
export type FactName =
  | (
      | 'default avoidance'
      | 'two-sided traders'
      | 'backstop'
      | 'clearing is chosen'
      | 'nobody trades'
      | 'updates are off'
      | 'rollover is expected'
      | 'loss is elsewhere'
      | 'loss within a tie'
      | 'loss of another size'
      | 'more is rolled'
      | 'sells again'
      | 'ends after three'
      | 'units differ'
      | 'balance below zero'
      | 'rounded among them'
      | 'due today'
      | 'other side preferred'
      | 'no fallback'
      | 'nothing else differs'
    )
  | (
      | 'own debt'
      | 'own choice'
      | 'own choice, no price'
      | 'no price'
      | 'no ticket'
      | 'guard'
      | 'passed through'
      | 'second issuer'
      | 'negative price'
    )
  | ('bid was clipped' | 'par is capped' | 'no capacity' | 'kernel is right' | 'long figures' | 'rounded')
  | ('amounts at a tie' | 'steps out of order' | 'after other orders')
  | ('other order' | 'foreign ticket' | 'VBT sells' | 'dealer sells' | 'trader sells' | 'mid is zero');
