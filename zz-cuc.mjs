import { register } from 'tsx/esm/api';
register();
export default { paths: process.env.F.split(','), import: ['steps/**/*.ts'], format: ['summary'], strict: true, worldParameters: { arithmetic: process.env.A ?? 'decimal' } };
