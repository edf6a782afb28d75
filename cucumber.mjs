// The features, against the built-in core: in process in both arithmetics, and served over the protocol.
import { register } from 'tsx/esm/api';

register();

const common = {
  paths: ['features/**/*.feature'],
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
