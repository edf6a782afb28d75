/**
 * Builds what `npm pack` packs, in `dist/`: the program as JavaScript, the features, the steps, and the programs of the
 * pages. What only pages need (charts, formulas, search) is bundled, so that nobody installs it.
 *
 *   npm run build
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { billOfMaterials } from './bill.ts';
import { bundle, bundled } from '../src/pages/bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** Modules that only pages import; each becomes a file of `dist/vendor`. */
const vendored = [
  'katex',
  'minisearch',
  'preact',
  'preact/hooks',
  'preact/jsx-runtime',
  'preact-render-to-string',
] as const;

/** Programs that run in a page. */
const programs = [
  'pages/playground/client.tsx',
  'pages/report/client/ladder.tsx',
  'pages/report/client/run.tsx',
  'pages/report/client/sweep.tsx',
  'pages/specification/client/main.ts',
  'pages/try/client.tsx',
];

/** What a program may import of the package, as package.json exports it. */
const entries = ['src/index.d.ts', 'src/protocol/index.d.ts', 'src/gate/index.d.ts'];

/** Folders of the project that the program reads as they are. */
const folders = ['features', 'scenarios', 'schemas', 'examples'];

/** Bundles that node runs. */
const forNode = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  legalComments: 'linked',
  logLevel: 'warning',
  // packages in CommonJS ask for parts of node
  banner: {
    js: "import { createRequire as __requireForBundles } from 'node:module';const require=__requireForBundles(import.meta.url);",
  },
} as const;

/** In the folder of `version.js`, which finds package.json from there. */
const helpFile = 'src/help.js';

rmSync(dist, { recursive: true, force: true });
compile();
const bundledPackages = await vendor();
for (const file of below(dist)) rewrite(file);
keepPublicTypes();
await bundlePrograms();
await bundleHelp();
copyAssets();
writeProgram();
for (const [name, text] of billOfMaterials(root, bundledPackages)) writeFileSync(join(dist, name), text);

/** TypeScript to JavaScript, file by file, with declarations. */
function compile(): void {
  const { status } = spawnSync('node_modules/typescript/bin/tsc', ['--project', 'tsconfig.package.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('tsc failed');
}

/** @returns the packages that went in, by their paths */
async function vendor(): Promise<ReadonlySet<string>> {
  const { metafile } = await build({
    metafile: true,
    entryPoints: Object.fromEntries(vendored.map((name) => [fileOf(name), name])),
    outdir: join(dist, 'vendor'),
    absWorkingDir: root,
    ...forNode,
    splitting: true,
    minify: true,
  });
  const paths = Object.keys(metafile.inputs).map(
    (file) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0],
  );
  return new Set(paths.filter((path) => path !== undefined));
}

function fileOf(name: string): string {
  return name.replaceAll('/', '-');
}

/** Imports of vendored modules lead to `vendor`, and declarations name files that there are. */
function rewrite(file: string): void {
  const path = join(dist, file);
  if (file.startsWith('vendor/') || !/\.js$|\.d\.ts$/.test(file)) return;
  const up = relative(dirname(path), join(dist, 'vendor'));
  const text = readFileSync(path, 'utf8');
  const changed = file.endsWith('.d.ts')
    ? text.replace(/(from |import\()(['"])(\.[^'"]*)\.tsx?\2/g, '$1$2$3.js$2')
    : text.replace(
        /(from |import\()(['"])([^'".][^'"]*)\2/g,
        (whole, how: string, quote: string, name: string) =>
          vendored.some((one) => one === name) ? `${how}${quote}${up}/${fileOf(name)}.js${quote}` : whole,
      );
  if (changed !== text) writeFileSync(path, changed);
}

/** Types are for who imports the package: declarations that its entries do not lead to are left out. */
function keepPublicTypes(): void {
  const reached = new Set<string>();
  const reach = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, name = ''] of readFileSync(join(dist, file), 'utf8').matchAll(/from '(\.[^']*)\.js'/g))
      reach(join(dirname(file), `${name}.d.ts`));
  };
  for (const entry of entries) reach(entry);
  for (const file of below(dist)) if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(join(dist, file));
}

async function bundlePrograms(): Promise<void> {
  for (const program of programs) {
    const script = await bundle(pathToFileURL(join(root, 'src', program)));
    writeFileSync(bundled(pathToFileURL(join(dist, 'src', program))), script);
  }
}

/** The commands and their flags in one file: to load fifty takes as long as all else. What runs a command is not in it. */
async function bundleHelp(): Promise<void> {
  await build({
    entryPoints: [join(dist, 'src/cli/main.js')],
    outfile: join(dist, helpFile),
    ...forNode,
    plugins: [
      {
        name: 'what runs a command is not needed',
        setup: (bundling) => {
          bundling.onResolve({ filter: /./ }, ({ kind, path }) =>
            kind === 'dynamic-import' ? { path, external: true } : undefined,
          );
        },
      },
    ],
  });
}

/**
 * Style sheets, queries, and the sources: the specification's pages show the functions of a clause, and the hash of the
 * suite is over the steps.
 */
function copyAssets(): void {
  for (const file of below(join(root, 'src')))
    if (/\.(css|sql)$/.test(file)) cpSync(join(root, 'src', file), join(dist, 'src', file));
  for (const folder of ['src', 'steps'])
    for (const file of below(join(root, folder)))
      if (/\.tsx?$/.test(file)) cpSync(join(root, folder, file), join(dist, 'source', folder, file));
  for (const folder of folders)
    cpSync(join(root, folder), join(dist, folder), {
      recursive: true,
      filter: (path) => !path.includes('__pycache__'),
    });
}

function writeProgram(): void {
  const start = `const words = process.argv.slice(2).join(' ');
const program = /^((\\S+ )?(--help|-h))?$/.test(words) ? '../${helpFile}' : '../src/cli/main.js';
// node 22 and later keep what they have compiled
const { enableCompileCache } = await import('node:module');
enableCompileCache?.();
const { main } = await import(program);
`;
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  writeFileSync(
    join(dist, 'package.json'),
    `${JSON.stringify({ name, version, type: 'module' }, null, 2)}\n`,
  );
  const program = readFileSync(join(root, 'bin/ringspec'), 'utf8').replace(
    /^\/\/ TypeScript is loaded[^]*main\.ts'\);\n/m,
    start,
  );
  mkdirSync(join(dist, 'bin'));
  writeFileSync(join(dist, 'bin/ringspec'), program);
  chmodSync(join(dist, 'bin/ringspec'), 0o755);
}

function below(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
