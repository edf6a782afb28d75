/** Things that show clauses, by the clause. */
export function byClause<T extends { readonly clauses: readonly string[] }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const id of item.clauses) {
      const list = found.get(id);
      if (list === undefined) found.set(id, [item]);
      else list.push(item);
    }
  }
  return found;
}
