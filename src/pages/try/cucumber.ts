/** In a page, in place of the package @cucumber/cucumber: steps and parameter types are kept, to be matched with texts. */
import { CucumberExpression, ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';

type Body = (this: unknown, ...args: never[]) => unknown;

interface Definition {
  readonly expression: string;
  readonly body: Body;
}

const registry = new ParameterTypeRegistry();
const definitions: Definition[] = [];
let made: (new (options: { readonly parameters: object }) => unknown) | null = null;

/** What a When, a Given or a Then of a step file does. */
const define = (expression: string, body: Body): void => {
  definitions.push({ expression, body });
};
export { define as Given, define as When, define as Then };

interface TypeParts {
  readonly name: string;
  readonly regexp: RegExp | readonly RegExp[];
  readonly transformer: (...groups: string[]) => unknown;
  readonly useForSnippets?: boolean;
}

export function defineParameterType({ name, regexp, transformer, useForSnippets = true }: TypeParts): void {
  const patterns = Array.isArray(regexp) ? (regexp as readonly RegExp[]) : [regexp as RegExp];
  registry.defineParameterType(
    new ParameterType(
      name,
      patterns,
      null,
      (...groups: string[]) => transformer(...groups),
      useForSnippets,
      false,
    ),
  );
}

/** What a world is made with; nothing is attached, since no one reads the run. */
export class World {
  readonly parameters: object;
  constructor({ parameters }: { readonly parameters: object }) {
    this.parameters = parameters;
  }
}
export const world = { parameters: {} };

export function setWorldConstructor(constructor: NonNullable<typeof made>): void {
  made = constructor;
}

/** A new world in the arithmetic of decimals. */
export function newWorld(): unknown {
  if (made === null) throw new Error('no step file has set a world');
  return new made({ parameters: {} });
}

/** The table of a step. */
export class DataTable {
  constructor(readonly cells: readonly (readonly string[])[]) {}
  raw(): readonly (readonly string[])[] {
    return this.cells;
  }
  rows(): readonly (readonly string[])[] {
    return this.cells.slice(1);
  }
  hashes(): Record<string, string>[] {
    const [header = []] = this.cells;
    return this.rows().map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
  }
}

/** Takes a step: the one definition that its text matches. */
export async function take(on: unknown, text: string, table: DataTable | null): Promise<void> {
  const matches = definitions.flatMap(({ expression, body }) => {
    const args = new CucumberExpression(expression, registry).match(text);
    return args === null ? [] : [{ body, args }];
  });
  const [match, other] = matches;
  if (match === undefined) throw new Error('no step of the model has these words');
  if (other !== undefined) throw new Error('two steps have these words');
  const values = match.args.map((argument) => argument.getValue(on));
  await (match.body as (this: unknown, ...all: unknown[]) => unknown).call(
    on,
    ...values,
    ...(table === null ? [] : [table]),
  );
}
