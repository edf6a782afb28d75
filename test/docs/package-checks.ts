/** Commands of the package and of its new commands; those that install are tried by test/package from an empty folder. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks.ts';
import { helpOf, mustTake, place, ringspec, root, scriptOf } from './workshop.ts';

const asShown = (holds: () => void): Check => ({ cheaper: null, holds });
/** The command, or one like it, is part of the test of the package. */
const inPackage = (words: RegExp): Check => ({
  cheaper: 'test/package runs it from an empty folder',
  holds: () => {
    const tested = ['package.long.test.ts', 'installed.ts'].map((name) =>
      readFileSync(join(root, 'test/package', name), 'utf8'),
    );
    assert.match(tested.join('\n'), words);
  },
});
const startsPython = asShown(() => {
  const folder = place('my-market');
  ringspec('init', 'python', '--folder', folder);
  assert.ok(existsSync(join(folder, 'adapter.py')));
});
const explains = (key: string): Check =>
  asShown(() => {
    assert.match(ringspec('explain', key).out, /^ {2}clause {4}[A-Z]+-\d/m);
  });

export const packageChecks: Readonly<Record<string, Check>> = {
  'npm install ringspec': inPackage(/install\(tarball, 'full'\)/),
  'npm install --omit=optional ringspec': inPackage(/'--omit=optional'/),
  'npx ringspec': inPackage(/'npx', '--offline', 'ringspec'/),
  'npx ringspec init': asShown(() => {
    assert.match(helpOf('init'), /python[\s\S]*java[\s\S]*julia[\s\S]*gate[\s\S]*scenario[\s\S]*claims/);
  }),
  'npx ringspec init scenario': inPackage(/'init', 'scenario'/),
  'npx ringspec explain': asShown(() => {
    assert.match(ringspec('explain').out, /^ring\.kappa +κ/m);
  }),
  'npx ringspec sweep balanced scenario.yaml --out-dir reports/sweep': inPackage(/'grid\/scenario\.yaml'/),
  'npx ringspec report reports/sweep': inPackage(/'report', sweep\]/),
  'bin/ringspec init python --folder my-market': startsPython,
  'bin/ringspec explain KEY': explains('ring.mu'),
  'bin/ringspec explain kappa': explains('kappa'),
  'npx ringspec explain kappa': explains('kappa'),
  // its sources are checked by test/docs/site.test.ts
  'npm run docs': asShown(() => {
    assert.equal(scriptOf('docs'), 'vitepress build docs');
  }),
  // what it writes is what is there: test/made-files.test.ts
  'npm run schemas': asShown(() => {
    assert.equal(scriptOf('schemas'), 'node --import tsx build/schemas.ts');
  }),
  'npm install bullmq ioredis': asShown(() => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    assert.ok('bullmq' in optionalDependencies && 'ioredis' in optionalDependencies);
  }),
  // test/sweep/queue starts it with a real Redis
  'bin/ringspec worker --queue redis://host:6379': asShown(() => {
    mustTake('worker', ['--queue', '--threads', '--runs']);
  }),
  'bin/ringspec sweep balanced FILE --out-dir DIR': asShown(() => {
    mustTake('sweep balanced', ['--keep', '--keep-pairs', '--queue', '--json', '--shard', '--resume']);
  }),
  // features/out/16-records.feature repeats runs
  'bin/ringspec run DIR --pair 12 --regime passive --out OUT': asShown(() => {
    mustTake('run', ['--pair', '--regime', '--out']);
  }),
  'bin/ringspec merge': asShown(() => {
    mustTake('merge', ['--out-dir']);
  }),
  'bin/ringspec sweep balanced': asShown(() => {
    mustTake('sweep balanced', ['--out-dir']);
  }),
  'node NAME': inPackage(/ok\(\['node', name\], home\)/),
};
