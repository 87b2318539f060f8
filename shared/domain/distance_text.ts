/** Distances as a visitor types them. */
import { InputError } from "./input_error.ts";
import { HALF_MARATHON, MARATHON, MILE } from "./official_lengths.ts";

const NAMES: ReadonlyMap<string, number> = new Map([
  ["mile", MILE],
  ["semi", HALF_MARATHON],
  ["semi marathon", HALF_MARATHON],
  ["demi marathon", HALF_MARATHON],
  ["half", HALF_MARATHON],
  ["half marathon", HALF_MARATHON],
  ["1/2 marathon", HALF_MARATHON],
  ["½ marathon", HALF_MARATHON],
  ["marathon", MARATHON],
]);

const UNIT_METERS: ReadonlyMap<string, number> = new Map([
  ...["", "m", "meter", "meters", "metre", "metres", "mètre", "mètres"].map((m) => [m, 1] as const),
  ...["k", "km", "kms"].map((km) => [km, 1000] as const),
  ...["mi", "mile", "miles"].map((mile) => [mile, MILE] as const),
]);

const NUMBER_AND_UNIT = /^(\d{1,3}(?: \d{3})+|\d{1,9})(?:([.,])(\d{1,6}))? ?(\p{L}*)$/u;

/**
 * Reads a distance as a visitor types it: `400`, `1500 m`, `1 500 m`, `10 km`, `21,0975 km`, `10 miles`,
 * `semi`, `half`, `marathon`, `mile`. A plain number is meters; comma and point both mark decimals.
 *
 * @param text What was typed.
 * @returns Length in meters, above 0.
 * @throws {InputError} If the text is not a length above 0, or could be two (`1,500 m`); says what is
 *   accepted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseDistance } from "./distance.ts";
 * assertEquals(parseDistance("10km"), 10_000);
 * assertEquals(parseDistance("Semi"), 21_097.5);
 * assertEquals(parseDistance("21,0975 km"), 21_097.5);
 * ```
 */
export function parseDistance(text: string): number {
  const plain = text.length > 60
    ? ""
    : text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  const name = NAMES.get(plain.replace(/-/g, " "));
  if (name !== undefined) return name;

  const match = NUMBER_AND_UNIT.exec(plain);
  const unit = match ? UNIT_METERS.get(match[4] ?? "") : undefined;
  if (!match?.[1] || unit === undefined) {
    const suggestions = ["400", "1500 m", "10 km", "semi", "marathon"];
    throw new InputError("distance", text, `write for example ${suggestions.join(", ")}`, {
      reason: "unreadable",
      suggestions,
    });
  }
  const [, whole, point, decimals = ""] = match;
  if (unit === 1 && point !== undefined && decimals.length === 3 && whole.length <= 3) {
    const suggestions = [`${Number(whole + decimals)} m`, `${Number(whole)} m`];
    throw new InputError("distance", text, `write ${suggestions.join(" or ")}`, {
      reason: "ambiguous",
      suggestions,
    });
  }
  const digits = whole.replace(/ /g, "");
  // Read as one decimal number, not as a sum: 21.0975 km is exactly 21097.5 m.
  const meters = Number((Number(`${digits}.${decimals || 0}`) * unit).toPrecision(13));
  if (meters <= 0) {
    throw new InputError("distance", text, "must be above 0", { reason: "out-of-range" });
  }
  return meters;
}
