import type { Sex } from "@mypacer/shared/domain/people/category.ts";
import { draw } from "../chance/draw.ts";
import table from "./given_names.json" with { type: "json" };
import { Weighted } from "../chance/weighted.ts";

export type { Sex };

const FIRST_DECADE = 1930;
const DECADES = 9;
/** Share of hyphenated given names that are written with a space. */
const SPACED = 0.1;

/** What draws about one person are for: another number for each keeps them apart. */
const PURPOSE = {
  name: 121,
  hyphenOrSpace: 122,
} as const;

const byDecade = readTable();

function readTable(): Record<Sex, Weighted<string>[]> {
  const rows = table.lines.map((line) => {
    const [sex = "", name = "", ...weights] = line.split(" ");
    return { sex, name: inTitleCase(name), weights: weights.map((text) => parseInt(text, 36)) };
  });
  const decadesOf = (sex: Sex) => {
    const own = rows.filter((row) => row.sex === sex);
    return Array.from(
      { length: DECADES },
      (_, decade) =>
        new Weighted(own.map(({ name }) => name), own.map(({ weights }) => weights[decade] ?? 0)),
    );
  };
  return { M: decadesOf("M"), F: decadesOf("F") };
}

function inTitleCase(name: string): string {
  return name.toLowerCase().replace(
    /(^|[-' ])([a-z])/g,
    (_, before, letter) => before + letter.toUpperCase(),
  );
}

/** Draws a given name without accents, by its frequency among births of that sex and decade. */
export function drawGivenName(
  key: number,
  { sex, birthYear }: { sex: Sex; birthYear: number },
): string {
  const decade = Math.floor((birthYear - FIRST_DECADE) / 10);
  const names = byDecade[sex][Math.max(0, Math.min(DECADES - 1, decade))];
  if (names === undefined) throw new RangeError(`Cannot draw a given name for ${birthYear}`);
  const name = names.at(draw(key, PURPOSE.name));
  return name.includes("-") && draw(key, PURPOSE.hyphenOrSpace) < SPACED
    ? name.replaceAll("-", " ")
    : name;
}
