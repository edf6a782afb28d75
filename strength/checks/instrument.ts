/** The core with all its mutants in it, as one program, and what the mutants are. */
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { oneLine } from '../equivalent.ts';
import { offsetOf } from '../tokens.ts';
import { modelMutators } from '../model-mutators.ts';
import { addMutators } from '../mutate.ts';
import { messages } from '../plugins.ts';
import { moneyMutators } from './mutators.ts';
import type { Mutant } from '../measure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)
    .sort();

/** The checks, and what but for them only the books of profit read: judges do not judge themselves. */
export const judges = [...inFolder('src/core/checks'), 'src/core/equity.ts'];

export interface CoreMutant extends Omit<Mutant, 'clauses' | 'fate' | 'killers'> {
  readonly id: number;
  /** Where it begins and ends in its file, in characters. */
  readonly start: number;
  readonly end: number;
}

interface ApiMutant {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}
/** Counted from 0. */
interface Place {
  readonly line: number;
  readonly column: number;
}
interface Instrumenter {
  instrument(
    files: readonly { name: string; mutate: boolean; content: string }[],
    options: object,
  ): Promise<{ files: { name: string; content: string }[]; mutants: ApiMutant[] }>;
}

/** What is set from outside: nobody but who sets it knows what was meant. */
const outside = 'src/core/override.ts';

/** Every file of the core that is mutated. */
export const mutatedFiles = (): string[] =>
  inFolder('src/core').filter((file) => !judges.includes(file) && file !== outside);

/** Puts every mutant of these files into them, and bundles them into a program in this folder. */
export async function mutatedProgram(
  files: readonly string[],
  folder: string,
): Promise<{ readonly path: string; readonly mutants: readonly CoreMutant[] }> {
  const sources = new Map(files.map((file) => [resolve(root, file), readFileSync(join(root, file), 'utf8')]));
  await addMutators([...modelMutators, ...moneyMutators]);
  const { Instrumenter: Made } = (await fromStryker('index.js')) as {
    Instrumenter: new (logger: object) => Instrumenter;
  };
  const quiet = { debug: () => undefined, info: () => undefined, isDebugEnabled: () => false };
  const { files: instrumented, mutants } = await new Made(quiet).instrument(
    [...sources].map(([name, content]) => ({ name, mutate: true, content })),
    { plugins: null, excludedMutations: [], ignorers: [messages] },
  );
  const path = join(folder, 'core.mjs');
  await bundle(new Map(instrumented.map(({ name, content }) => [name, switched(content)])), path);
  return {
    path,
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map((mutant) => asCoreMutant(mutant, sources)),
  };
}

export async function fromStryker(module: string): Promise<unknown> {
  const fromCore = createRequire(import.meta.resolve('@stryker-mutator/core'));
  const folder = dirname(fromCore.resolve('@stryker-mutator/instrumenter'));
  return import(pathToFileURL(join(folder, module)).href);
}

/** Stryker's switch compares names and counts what is reached; ours compares numbers, and counts only when asked. */
function switched(content: string): string {
  const text = content
    .replace(/stryMutAct_9fa48\("(\d+)"\)/g, '__isMutant($1)')
    .replace(/stryCov_9fa48\("[^)]*"\)/g, '0');
  return `import { isMutant as __isMutant } from ${JSON.stringify(join(root, 'strength/checks/switch.ts'))};\n${text}`;
}

async function bundle(contents: ReadonlyMap<string, string>, outfile: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'strength/checks/core.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
    plugins: [
      {
        name: 'mutants',
        setup(build) {
          build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const content = contents.get(path);
            return content === undefined ? undefined : { contents: content, loader: 'ts' };
          });
        },
      },
    ],
  });
}

function asCoreMutant(
  { id, fileName, mutatorName, replacement, location: { start, end } }: ApiMutant,
  sources: ReadonlyMap<string, string>,
): CoreMutant {
  const source = sources.get(fileName) ?? '';
  const [from, to] = [offsetOf(source, start, 0), offsetOf(source, end, 0)];
  return {
    id: Number(id),
    file: fileName.slice(root.length),
    line: start.line + 1,
    column: start.column + 1,
    mutator: mutatorName,
    start: from,
    end: to,
    text: oneLine(source.slice(from, to)),
    became: oneLine(replacement),
  };
}
