/** Lines that one list has and the other has not, each as often as it is missing there. */
export function less(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const n = left.get(line) ?? 0;
    left.set(line, n - 1);
    return n <= 0;
  });
}

/** What went (`-`) and what came (`+`). */
export const textDiff = (was: readonly string[], is: readonly string[]): string[] => [
  ...less(was, is).map((line) => `- ${line}`),
  ...less(is, was).map((line) => `+ ${line}`),
];
