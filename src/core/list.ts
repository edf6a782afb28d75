/** The item at an index that lies inside the list; anything else is a fault of the program. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined)
    throw new RangeError(`no item ${String(index)} in a list of ${String(list.length)}`);
  return item;
}

/** The last item of a list that is not empty. */
export const last = <T>(list: readonly T[]): T => at(list, list.length - 1);

/** Items by key, keys in the order in which they first come. */
export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) addTo(groups, key(item), item);
  return groups;
}

/** Items with their key, keys in the order in which they first come; there is an item, and mostly all have one key. */
export function groupsOf<T, K>(items: readonly T[], key: (item: T) => K): [key: K, items: readonly T[]][] {
  const first = key(at(items, 0));
  return items.every((item) => key(item) === first) ? [[first, items]] : [...groupBy(items, key)];
}

/** Adds to the list of a key, which begins with its first item. */
export function addTo<T, K>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/** The order of two ids by the bytes of their UTF-8, which is that of their code points; `<` is another beyond U+FFFF. */
export function byBytes(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let same = 0;
  while (same < end && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same === end ? a.length - b.length : codePlace(a.charCodeAt(same)) - codePlace(b.charCodeAt(same));
}

/** The place of a unit among code points: halves of those beyond U+FFFF come after all others. */
const codePlace = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
