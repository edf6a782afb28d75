/** A JSON document for people and programs: indented, with a line end. */
export const jsonDocument = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
