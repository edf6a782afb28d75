/** In a page, in place of the version in package.json, which no step of the model looks at. */
export const version = (): string => 'in a page';
