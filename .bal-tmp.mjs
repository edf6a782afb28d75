import { register } from '/work/main/node_modules/tsx/dist/esm/api/index.mjs';
register();
const common={paths:['features/bal/**/*.feature'],import:['steps/**/*.ts'],format:['progress'],strict:true};
export default {...common};
export const decimal={...common,worldParameters:{arithmetic:'decimal'}};
export const float64={...common,worldParameters:{arithmetic:'float64'}};
export const served={...common,worldParameters:{command:['bin/ringspec','serve']}};
