/** The part of jstat that is used here; the package has no types of its own. */
declare module 'jstat' {
  const jstat: {
    readonly studentt: { inv(probability: number, freedom: number): number };
    /** The regularised incomplete beta function I_x(a, b). */
    ibeta(x: number, a: number, b: number): number;
  };
  export default jstat;
}
