import {
  attribute,
  findAll,
  findAncestor,
  findFirst,
  type HtmlElement,
  type HtmlNode,
  text,
} from "../html.ts";

/** The choice of a year above an athlete's results. */
export interface YearChoice {
  /** Years that have results, latest first. */
  years: number[];
  /** The year shown; null when the page does not say. */
  shown: number | null;
}

/** Reads the choice of a year; without one there are no years. */
export function readYears(document: HtmlNode): YearChoice {
  const options = findAll(document, ".select-option-anneeAth");
  const years = options.map(yearOf).filter((year) => year !== null);
  const [first] = options;
  return {
    years: [...new Set(years)].toSorted((a, b) => b - a),
    shown: first === undefined ? null : readShown(first),
  };
}

/** The text of the closed drop-down, which stands beside the box of its options. */
function readShown(option: HtmlElement): number | null {
  for (let box = findAncestor(option, "div"); box !== null; box = findAncestor(box, "div")) {
    const shown = findFirst(box, ".select-text");
    if (shown !== null) return toYear(text(shown));
  }
  return null;
}

function yearOf(option: HtmlElement): number | null {
  return toYear(attribute(option, "data-value") ?? text(option));
}

function toYear(value: string): number | null {
  return /^(?:19|20|21)\d\d$/.test(value.trim()) ? Number(value) : null;
}
