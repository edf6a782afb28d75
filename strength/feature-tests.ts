/** The scenarios as the mutation runner names them, `file:line`, and the clauses that each is tagged with. */
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';

export interface FeatureTest {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** Every scenario, and every row of an outline, of a feature file. */
export function featureTests(uri: string, text: string): FeatureTest[] {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  const document = parser.parse(text);
  const lines = linesOf(document);
  return compile(document, uri, newId).map(({ name, tags, astNodeIds }): FeatureTest => {
    const line = lines.get(astNodeIds.at(-1) ?? '') ?? 0;
    return { id: `${uri}:${String(line)}`, name, tags: tags.map((tag) => tag.name.slice(1)) };
  });
}

function linesOf({ feature }: Parameters<typeof compile>[0]): Map<string, number> {
  const lines = new Map<string, number>();
  const children = feature?.children ?? [];
  const scenarios = [
    ...children.flatMap(({ scenario }) => scenario ?? []),
    ...children.flatMap(({ rule }) => rule?.children.flatMap(({ scenario }) => scenario ?? []) ?? []),
  ];
  for (const { id, location, examples } of scenarios) {
    lines.set(id, location.line);
    for (const { tableBody } of examples) for (const row of tableBody) lines.set(row.id, row.location.line);
  }
  return lines;
}
