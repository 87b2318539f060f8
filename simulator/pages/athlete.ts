import { partsOf } from "../calendar_day.ts";
import type { FederationData } from "../federation_data.ts";
import type { Person } from "../people.ts";
import { athleteHeader } from "./athlete_header.ts";
import { escapeText, page } from "./markup.ts";
import { levelSection, rankingSections } from "./ranking_sections.ts";
import { recordsSection } from "./records_section.ts";
import { resultsSection } from "./results_section.ts";
import type { PageStyle } from "./style.ts";

/** Tabs of an athlete's page, by the last part of its address; the profile has none. */
export const TABS = ["", "records", "resultats", "bilans", "niveau", "selections"] as const;
export type Tab = typeof TABS[number];

const TITLES: Record<Tab, string> = {
  "": "Profil",
  records: "Records",
  resultats: "Résultats",
  bilans: "Bilans",
  niveau: "Niveau",
  selections: "Sélections",
};

/** The page of a person with one tab open. @param year Calendar year of the results shown. */
export function athletePage(
  data: FederationData,
  { person, tab, year }: { person: Person; tab: Tab; year: number | null },
  style: PageStyle,
): string {
  const { index, given, surname, ffaId } = person;
  const links = TABS.map((other) =>
    `<a class="tab" href="/athletes/${ffaId}${other === "" ? "" : `/${other}`}">${
      TITLES[other]
    }</a>`
  );
  const body = `${athleteHeader(data, person)}\n<nav class="tabs">${links.join(" ")}</nav>\n${
    sectionsOf(data, { index, tab, year: year ?? partsOf(data.today).year }, style)
  }`;
  return page(`${escapeText(`${given} ${surname}`)} | ${TITLES[tab]} | Fédération simulée`, body);
}

function sectionsOf(
  data: FederationData,
  { index, tab, year }: { index: number; tab: Tab; year: number },
  style: PageStyle,
): string {
  switch (tab) {
    case "records":
      return recordsSection(data, index, style);
    case "resultats":
      return resultsSection(data, { index, year }, style);
    case "bilans":
      return resultsSection(data, { index, year }, style) + rankingSections(data, index, style);
    case "niveau":
      return levelSection(data, index, style);
    default:
      return "";
  }
}

/** The page of an athlete who does not exist: no name anywhere. */
export function unknownAthletePage(): string {
  return page(
    " | Athlète | Fédération simulée",
    '<div class="athlete-header"><h1 class="title-2 text-white"></h1></div>',
  );
}
