// A thread of a sweep begins here: TypeScript is loaded as modules, as in bin/ringspec. Required instead, every name
// that one module takes from another would be a call, which costs a sixth of a sweep.
import { register } from 'tsx/esm/api';

register();
const { default: work } = await import('./sweep-worker.ts');
export default work;
