/** Members that are almost named as one that is read: a misspelt one would be left out in silence. */
import { distance } from 'fastest-levenshtein';
import { pathText, type Path } from '../files/faults.ts';
import type { ShapeFault } from '../files/shape.ts';

/** A short word is near with one letter changed, a longer one with two. */
const isNear = (name: string, known: string): boolean =>
  distance(name.toLowerCase(), known) <= (known.length < 5 ? 1 : 2);

/** Members of an open section that are near one of the optional names, where that one is missing or twice there. */
export function nearMisses(section: object, optional: readonly string[], at: Path): ShapeFault[] {
  const known = new Set(optional);
  return Object.keys(section)
    .filter((name) => !known.has(name) && !ownNames.has(name))
    .flatMap((name) => {
      const meant = optional.find((one) => isNear(name, one));
      if (meant === undefined) return [];
      const steps = [...at, name];
      const allowed = `${meant}, or a name that is less like it`;
      return [{ steps, path: pathText(steps), found: `the unknown key ${name}`, allowed }];
    });
}

/** Names that are read beside them and look alike. */
const ownNames = new Set(['id', 'text', 'note', 'source', 'sources']);
