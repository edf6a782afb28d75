import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { loadScenarioOrManifest } from '../../src/run/repeat.ts';
import { parametersOf, runIdOf } from '../../src/run/run-id.ts';
import { runScenario } from '../../src/run/run.ts';
import { canonicalJson } from '../../src/run/plain.ts';
import { parseScenario } from '../../src/scenario/load.ts';

const scenarioOf = (text: string) => parseScenario(text, 'test.yaml').scenario;

const small = 'allow_small_ring: true\nperiods: 8\nring: {n_traders: 12, kappa: 0.5, mu: 0.25}\n';

const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('a scenario run into a folder', () => {
  const root = scratchFolder();

  for (const arithmetic of ['decimal', 'float64']) {
    it(`gives the same bytes from its manifest, in ${arithmetic} (LOOP-02, OUT-12)`, () => {
      const [first, second] = ['first', 'second'].map((name) => join(root, arithmetic, name)) as [
        string,
        string,
      ];
      runScenario(scenarioOf(`${small}arithmetic: ${arithmetic}\n`), { outDir: first });
      const { scenario } = loadScenarioOrManifest(join(first, 'out', 'manifest.json'), {});
      runScenario(scenario, { outDir: second });
      assert.deepEqual(contents(join(second, 'out')), contents(join(first, 'out')));
    });
  }

  it('comes to the same without files', () => {
    const scenario = scenarioOf(small);
    const bare = runScenario(scenario);
    assert.equal(bare.folder, null);
    const written = runScenario(scenario, { outDir: join(root, 'written') });
    assert.deepEqual(canonicalJson(bare.metrics), canonicalJson(written.metrics));
  });

  it('names no place on the machine in its files', () => {
    for (const [name, text] of Object.entries(contents(join(root, 'written', 'out')))) {
      assert.ok(!text.includes(root), name);
    }
  });

  it('says when the checks were off (CHK-08)', () => {
    const { checks } = runScenario(scenarioOf(`${small}checks: false\n`), { outDir: join(root, 'off') });
    assert.equal(checks, null);
    assert.match(contents(join(root, 'off', 'out'))['manifest.json'] ?? '', /"on": false,\s+"made": null/);
  });
});

describe('the name and the parameters of a run', () => {
  it('are made of the scenario (OUT-01)', () => {
    assert.equal(runIdOf(scenarioOf(`seed: 7\n${small}`)), 'active_k0.5_c1_mu0.25_rho1_s7');
  });

  it('carry κ and L/Q both, whichever was given (RING-03R)', () => {
    const { kappa, liquidity_ratio: ratio } = parametersOf(scenarioOf(small));
    assert.deepEqual([kappa, ratio], ['0.5', '2']);
    const other = scenarioOf('allow_small_ring: true\nring: {n_traders: 12, liquidity_ratio: 0.25}\n');
    assert.deepEqual([parametersOf(other)['kappa'], runIdOf(other)], ['4', 'active_l0.25_c1_mu0.5_rho1_s42']);
  });
});
