/** 0 to 99 as the decimals of a number are written: none, one or two digits. */
const DECIMALS = Array.from(
  { length: 100 },
  (_, value) => value === 0 ? "" : `.${String(value).padStart(2, "0").replace(/0$/, "")}`,
);
/** Largest number with decimals enough to tell hundredths from halves of them. */
const MAX_EXACT = 1e9;

/**
 * Rounds to two decimals as Python's `round` does, which the original service's clients compare
 * with: to the nearest, a tie to the even neighbor.
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

/** What JSON writes of {@link round2} of a number: a large table has 100,000 of them. */
export function round2Json(value: number): string {
  const scaled = value * 100;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  // At a half, or so near that the product may have crossed it, the exact rounding decides.
  if (value < 0 || value > MAX_EXACT || rest > 0.4999 && rest < 0.5001) {
    return String(round2(value));
  }
  const hundredths = rest < 0.5 ? below : below + 1;
  const decimals = hundredths % 100;
  return `${(hundredths - decimals) / 100}${DECIMALS[decimals]}`;
}
