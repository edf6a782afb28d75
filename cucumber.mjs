// The features, against the built-in core: in process in both arithmetics, and served over the protocol.
import { register } from 'tsx/esm/api';

register();

// no paths: what a profile names is run besides what a command names, and without either cucumber takes features/
const common = {
  import: ['steps/**/*.ts'],
  format: ['summary'],
  strict: true,
};

export default {
  ...common,
};

// the gate's run and the pages of the specification are of this one
export const decimal = { ...common, worldParameters: { arithmetic: 'decimal', pictures: true } };
export const float64 = { ...common, worldParameters: { arithmetic: 'float64' } };
export const served = { ...common, worldParameters: { command: ['bin/ringspec', 'serve'] } };

// For mutants of the core: what is mutated is loaded in this process, so scenarios that start a command or a worker
// cannot see a mutant, and are left out. The runner turns what they cost into minutes.
export const strength = {
  ...decimal,
  paths: [
    'features/!(cli|out|bal)/**/*.feature',
    'features/bal/*.feature',
    'features/out/!(14-whole-or-not-at-all).feature',
  ],
  import: ['strength/type-errors.ts', 'steps/**/*.ts'],
};
