/** Whether two answers say the same: words and counts alike, money within a tolerance. */

const isMoney = (value: unknown): value is string =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);

/** Every place where two answers differ. */
export function differences(a: unknown, b: unknown, tolerance: number, path = ''): string[] {
  if (isMoney(a) && isMoney(b)) {
    const scale = Math.max(1, Math.abs(Number(a)));
    return Math.abs(Number(a) - Number(b)) <= tolerance * scale ? [] : [`${path}: ${a} ≠ ${b}`];
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return [`${path}: ${JSON.stringify(a)} ≠ ${JSON.stringify(b)}`];
    return a.flatMap((item, i) => differences(item, b[i], tolerance, `${path}[${String(i)}]`));
  }
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap((key) =>
      differences(
        (a as Record<string, unknown>)[key],
        (b as Record<string, unknown>)[key],
        tolerance,
        `${path}.${key}`,
      ),
    );
  }
  return a === b ? [] : [`${path}: ${JSON.stringify(a)} ≠ ${JSON.stringify(b)}`];
}
