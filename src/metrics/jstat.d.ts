declare module 'jstat' {
  export const jStat: { readonly studentt: { inv(probability: number, freedom: number): number } };
}
