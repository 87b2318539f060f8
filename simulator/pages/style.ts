/** Where the site's pages are known to differ; a fault may switch any of them. */
export type PageStyle = {
  /** Attribute that numbers the sections of an athlete's page. */
  sectionAttribute: "data-content" | "data-section";
  /** `usual`: in lists and in the results of an athlete, but not in the records, as captured. */
  tbody: "usual" | "always" | "never";
  /** The results fragment wrapped in JSON. */
  jsonFragment: boolean;
  /** Sections of an athlete's page left out. */
  missingSection: boolean;
  /** The records under other titles than those known: the site changed. */
  otherColumns: boolean;
  /** One row of the page damaged. */
  brokenRow: boolean;
  /**
   * Pages of unknown athletes. `usual`: by the id, 404 or a 200 with what the site shows everybody;
   * `nameless`: a 200 with an athlete's page that lacks the name.
   */
  unknownAthlete: "usual" | "nameless";
  /** Pages of known athletes are replaced by what the site shows everybody, too. */
  genericAthlete: boolean;
  /** Tags that do not balance, in a page that is whole. */
  unbalanced: boolean;
  /**
   * `next`: as a new design would have it, nothing as today but names and figures; `former`: as the
   * site was before September 2025.
   */
  design: "present" | "next" | "former";
};

/** Pages as they were captured last. */
export const USUAL_STYLE: PageStyle = {
  sectionAttribute: "data-content",
  tbody: "usual",
  jsonFragment: false,
  missingSection: false,
  otherColumns: false,
  brokenRow: false,
  unknownAthlete: "usual",
  genericAthlete: false,
  unbalanced: false,
  design: "present",
};

/** Rows within a `tbody`, or bare. @param captured Whether the captured page has one. */
export function bodyOf(rows: string, captured: boolean, { tbody }: PageStyle): string {
  const present = tbody === "always" || tbody === "usual" && captured;
  return present ? `<tbody class="text-blue-primary">\n${rows}</tbody>` : rows;
}

/** Rows joined; in the `brokenRow` style the middle one is replaced by a damaged one. */
export function joinRows(
  rows: readonly string[],
  damaged: string,
  { brokenRow }: PageStyle,
): string {
  if (!brokenRow || rows.length === 0) return rows.join("");
  return rows.with(Math.floor(rows.length / 2), damaged).join("");
}
