/** The catalogue as people read it: everything that stands in it, where the gate reads only what it counts. */
import { z } from 'zod';
import { readYaml, type TextFile } from '../../specification/input.ts';

const ruling = z.looseObject({ reason: z.string() });
const ruledSwitch = z.looseObject({
  path: z.string(),
  values: z.array(z.union([z.string(), z.number(), z.boolean()])),
  default: z.union([z.string(), z.number(), z.boolean()]),
});

const schema = z.looseObject({
  title: z.string().default('The specification'),
  introduction: z.string().default(''),
  sources: z.record(z.string(), z.string()).default({}),
  chapters: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string().default(''),
      note: z.string().optional(),
      clauses: z.array(
        z.looseObject({
          id: z.string(),
          title: z.string().default(''),
          text: z.string(),
          source: z.string().optional(),
          ruling: ruling.optional(),
          switch: ruledSwitch.optional(),
        }),
      ),
    }),
  ),
  glossary: z
    .array(z.object({ symbol: z.string(), name: z.string(), meaning: z.string(), unit: z.string() }))
    .default([]),
});

export type Specification = z.infer<typeof schema>;
export type ChapterText = Specification['chapters'][number];
export type ClauseText = ChapterText['clauses'][number];
export type GlossaryEntry = Specification['glossary'][number];

export const readSpecification = (file: TextFile): Specification => readYaml(file, schema).value;
