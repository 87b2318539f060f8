/** Coefficients as the source text that `shared/domain/models/mypacer_coefficients.ts` holds. */
import type { Coefficients } from "@mypacer/shared/domain/models/mypacer_coefficients.ts";
import type { End } from "@mypacer/shared/domain/models/mypacer_interval.ts";

/** To four decimals: finer than the sample can tell. */
const round = (value: number) => String(Number(value.toFixed(4)) + 0);

const printEnd = ({ base, distance, gap, level, women, results, disagreement }: End) =>
  Object.entries({ base, distance, gap, level, women, results, disagreement })
    .map(([name, value]) => `      ${name}: ${round(value)},`).join("\n");

/** @param name Of the constant. */
export function printCoefficients(name: string, { curve, reach, ends }: Coefficients): string {
  const knots = curve.knots.map(({ distance, middle, level, women, decade }) =>
    `      { distance: ${distance}, middle: ${round(middle)}, level: ${round(level)}, ` +
    `women: ${round(women)}, decade: ${round(decade)} },`
  );
  const { lowest, highest } = curve.levels;
  return `export const ${name}: Coefficients = {
  curve: {
    knots: [
${knots.join("\n")}
    ],
    levels: { lowest: ${lowest}, highest: ${highest} },
  },
  reach: ${round(reach)},
  ends: {
    fastest: {
${printEnd(ends.fastest)}
    },
    slowest: {
${printEnd(ends.slowest)}
    },
  },
};`;
}
