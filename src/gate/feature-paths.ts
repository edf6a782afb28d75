/** Which feature files are part of the specification. */
import picomatch from 'picomatch';

export const isFeature = (name: string): boolean => name.endsWith('.feature') || name.endsWith('.feature.md');

/** Whether a path, or the end of an absolute one, is left out by one of the patterns. */
export function leftOutBy(exclude: readonly string[]): (path: string) => boolean {
  if (exclude.length === 0) return () => false;
  const matches = picomatch([...exclude, ...exclude.map((pattern) => `**/${pattern}`)], { dot: true });
  return (path) => matches(path.replace(/^file:(?:\/\/)?/, ''));
}

/** Those that are not left out, each once, in order. */
export function featurePaths(paths: readonly string[], exclude: readonly string[]): string[] {
  const isOut = leftOutBy(exclude);
  return [...new Set(paths)].filter((path) => !isOut(path)).sort();
}
