/** Where things stand: a page a chapter, each clause on the page of its chapter. */

/** A clause carries the id of its chapter, as `KER-08` does. */
const chapterOf = (clause: string): string => clause.slice(0, clause.indexOf('-'));

export const chapterPage = (chapter: string): string => `chapter-${chapter}.html`;

/** The address of a clause, or of a scenario among its evidence. */
export const clauseAddress = (clause: string, scenario?: string): string =>
  `${chapterPage(chapterOf(clause))}#${clause}${scenario === undefined ? '' : `/${scenario}`}`;
