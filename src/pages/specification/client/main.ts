/** The program of every page of the specification. */
import { wireEvidence } from './evidence.tsx';
import { wireGlossary } from './glossary-card.ts';
import { wireKeys } from './keys.ts';
import { wireSearch } from './search.ts';
import { wireStories } from './stories.tsx';

wireKeys();
wireSearch();
wireGlossary();
wireEvidence();
wireStories();
