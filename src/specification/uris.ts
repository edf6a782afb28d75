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
 * uri at the end of the tree's path (a class path starts below the root). Where several fit, the one whose
 * text ran; where still several fit, none.
 */
export function matchUris(
  sources: ReadonlyMap<string, string>,
  tree: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  for (const [uri, text] of sources) {
    const path = plainPath(uri);
    if (tree.has(path)) {
      matched.set(uri, path);
      continue;
    }
    const near = [...tree.keys()].filter((own) => path.endsWith(`/${own}`) || own.endsWith(`/${path}`));
    const same = near.length > 1 ? near.filter((own) => tree.get(own) === text) : near;
    const [only] = same;
    if (only !== undefined && same.length === 1) matched.set(uri, only);
  }
  return matched;
}
