/** The item at an index that lies inside the list; anything else is a fault of the program. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined)
    throw new RangeError(`no item ${String(index)} in a list of ${String(list.length)}`);
  return item;
}
