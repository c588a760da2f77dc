/**
 * Are all values the same? Asked of the values themselves: a variance of three times 0.1 is not 0 but 1e-34.
 *
 * Example: isConstant([0.1, 0.1, 0.1]) = true; isConstant([]) = true
 */
export function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0])
}
