/** A manifest for runs that have no scenario file. */
import type { Manifest } from '../../src/run/manifest.ts';
import { tinyWorld } from './metrics/tiny-world.ts';

export const tinyManifest: Manifest = {
  program: 'ringspec',
  version: '0',
  run_id: 'tiny',
  regime: 'active',
  seed: 1,
  arithmetic: 'decimal',
  rulings: tinyWorld.rulings,
  checks: { on: true, made: null },
  ending: null,
  message: null,
  last_day: null,
  calendar: {},
  notes: [],
  scenario_sha256: '',
  scenario: tinyWorld,
};
