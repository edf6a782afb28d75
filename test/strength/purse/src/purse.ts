/** A purse, small enough to count its mutants by hand. */

/** What is left is what there was less what is spent. PUR-01. */
export function after(there: number, spent: number): { left: number } {
  return { left: there - spent };
}

/** Spending is refused when there is too little. PUR-02. */
export function isRefused(there: number, spent: number): boolean {
  return spent > there;
}
