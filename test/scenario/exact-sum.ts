/** Adds decimal strings as whole numbers of 10⁻¹⁸, without the arithmetic under test. */
export function exactSum(amounts: readonly string[]): bigint {
  return amounts.reduce((total, text) => {
    const [whole = '0', decimals = ''] = text.split('.');
    return total + BigInt(whole + decimals.padEnd(18, '0'));
  }, 0n);
}
