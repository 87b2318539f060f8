/**
 * Rounds to two decimals as Python's `round` does, which the original service's clients compare with:
 * to the nearest, a tie to the even neighbor.
 *
 * @param value Any finite number below 10^15.
 */
export function round2(value: number): number {
  // Exactly between two hundredths lie only odd eighths: x.125, x.375, x.625, x.875.
  const eighths = value * 8;
  if (Number.isInteger(eighths) && eighths % 2 !== 0) {
    const below = Math.floor(value * 100);
    return (below % 2 === 0 ? below : below + 1) / 100;
  }
  return Number(value.toFixed(2));
}
