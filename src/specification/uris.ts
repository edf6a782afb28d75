/** Which file of the tree a message means: other cucumbers name it from elsewhere. */

/** Without `file:` or `classpath:`, with forward slashes. */
function plainPath(uri: string): string {
  const bare = uri
    .replace(/^(?:file|classpath):(?:\/\/)?/, '')
    .replaceAll('\\', '/')
    .replace(/^\.\//, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/**
 * The path in the tree by uri of the run: the same path, the tree's path at the end of an absolute one, or the
 * uri at the end of the tree's path (a class path starts below the root). Where several fit, the one whose text
 * ran; of several with that text, the one in the package that the others are in, or that the messages stand in.
 */
export function matchUris(
  sources: ReadonlyMap<string, string>,
  tree: ReadonlyMap<string, string>,
  messages = '',
): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  const open = new Map<string, readonly string[]>();
  const byName = new Map<string, string[]>();
  for (const own of tree.keys()) {
    const name = nameOf(own);
    byName.set(name, [...(byName.get(name) ?? []), own]);
  }
  for (const [uri, text] of sources) {
    const path = plainPath(uri);
    if (tree.has(path)) {
      matched.set(uri, path);
      continue;
    }
    const near = (byName.get(nameOf(path)) ?? []).filter(
      (own) => path.endsWith(`/${own}`) || own.endsWith(`/${path}`),
    );
    const same = near.length > 1 ? near.filter((own) => tree.get(own) === text) : near;
    const [only] = same;
    if (only !== undefined && same.length === 1) matched.set(uri, only);
    else if (same.length > 1) open.set(uri, same);
  }
  const neighbours = [...matched.values(), messages];
  for (const [uri, candidates] of open) {
    const best = nearest(candidates, neighbours);
    if (best !== null) matched.set(uri, best);
  }
  return matched;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The candidate that shares the longest path with any of the neighbours; null when two share as much. */
function nearest(candidates: readonly string[], neighbours: readonly string[]): string | null {
  const shared = (a: string, b: string): number => {
    const [x, y] = [a.split('/'), b.split('/')];
    const apart = x.findIndex((part, i) => part !== y[i]);
    return apart < 0 ? x.length : apart;
  };
  const ranked = candidates
    .map((path) => ({ path, rank: Math.max(...neighbours.map((one) => shared(path, one))) }))
    .sort((a, b) => b.rank - a.rank);
  const [first, second] = ranked;
  return first === undefined || first.rank === second?.rank ? null : first.path;
}
