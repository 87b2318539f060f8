import { partsOf } from "../people/calendar_day.ts";
import type { FederationData } from "./federation_data.ts";
import type { Person } from "../people/people.ts";
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
  return page(
    `${escapeText(`${given} ${surname}`.trim())} | ${TITLES[tab]} | Fédération simulée`,
    body,
  );
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

/** What the site shows whoever asks for nobody in particular: its frame and links, no person. */
export function genericAthletePage(): string {
  return page(
    "Athlètes | Fédération simulée",
    `<h1 class="title-2">Athlètes</h1>
<p class="text-normal">Retrouvez la fiche, les résultats et les records de chaque licencié.</p>
<ul class="grid"><li><a class="text-blue-button" href="/athletes/">Rechercher un athlète</a></li>
<li><a class="text-blue-button" href="/bases/liste.aspx?frmbase=bilans&amp;frmmode=1&amp;frmespace=0">Bilans</a></li>
<li><a class="text-blue-button" href="/competitions/">Compétitions</a></li></ul>`,
  );
}

/** An athlete's page about nobody: no name anywhere. */
export function namelessAthletePage(): string {
  return page(
    " | Athlète | Fédération simulée",
    '<div class="athlete-header"><h1 class="title-2 text-white"></h1></div>',
  );
}
