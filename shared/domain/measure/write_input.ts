/** Values as the fields show them: whatever is written here is read back as the same value. */
import { canonicalDistance, distanceLabel, type Language } from "./distance.ts";
import type { InputValue } from "./input_value.ts";
import { speedUnit } from "./pace.ts";
import { formatSeconds, formatTime, leastPrecision } from "./time.ts";

const NOTATIONS = { fr: "french", en: "english" } as const;

/** A number written with a point, with the language's decimal mark. */
export function decimalText(written: string, language: Language): string {
  return language === "fr" ? written.replace(".", ",") : written;
}

/** A pace has no quote behind its seconds: the field's label says what it is. */
function paceText(seconds: number, language: Language): string {
  const precision = leastPrecision(seconds);
  return formatSeconds(seconds, { notation: NOTATIONS[language], precision }).replace(/"$/, "");
}

function speedText(speed: number, decimals: number | undefined): string {
  return decimals === undefined ? String(Number(speed.toFixed(2))) : speed.toFixed(decimals);
}

/**
 * Writes a value for a field, with plain spaces: `45'00"`, `45:00`, `4'30`, `13,5 km/h`, `42,195
 * km`, `semi`.
 *
 * @throws {RangeError} If a time, a pace or a distance is none that can be written.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeInput } from "./write_input.ts";
 * assertEquals(writeInput({ kind: "time", hundredths: 270_000 }, "fr"), `45'00"`);
 * assertEquals(writeInput({ kind: "pace", seconds: 270, per: "km" }, "en"), "4:30");
 * assertEquals(writeInput({ kind: "speed", speed: 13.5, per: "km" }, "fr"), "13,5 km/h");
 * assertEquals(writeInput({ kind: "distance", meters: 12_400 }, "fr"), "12,4 km");
 * ```
 */
export function writeInput(value: InputValue, language: Language): string {
  switch (value.kind) {
    case "time":
      return formatTime(value.hundredths, { notation: NOTATIONS[language], precision: "auto" });
    case "pace":
      return paceText(value.seconds, language) + (value.per === "mi" ? "/mi" : "");
    case "speed": {
      const figure = decimalText(speedText(value.speed, value.decimals), language);
      return `${figure} ${speedUnit(value.per, NOTATIONS[language])}`;
    }
    case "distance":
      return distanceLabel(canonicalDistance(value.meters), language)
        .replace(/[\u00a0\u202f]/g, " ").toLowerCase();
    case "number":
      return decimalText(String(value.value).replace("-", "−"), language);
    case "text":
      return value.text;
  }
}
