/** The catalogue as people read it, by the names that the pages use. */
import type { CatalogueDocument } from '../../specification/catalogue.ts';

export type Specification = CatalogueDocument;
export type ChapterText = Specification['chapters'][number];
export type ClauseText = ChapterText['clauses'][number];
export type GlossaryEntry = Specification['glossary'][number];
