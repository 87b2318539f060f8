import { longDate } from "./date_text.ts";
import type { FederationData } from "./federation_data.ts";
import { allResults, memberLevel, type Result } from "../results/results.ts";
import { starredName } from "./club_list.ts";
import { CHEVRON, columnHeads, escapeText, rowClass } from "./markup.ts";
import { section } from "./sections.ts";
import { bodyOf, type PageStyle } from "./style.ts";

const SEASON_COLUMNS = ["Saison", "Date", "Performance", "Club", "Lig./Dpt.", "Lieu"];
const PODIUM_COLUMNS = ["Année", "Place", "Épreuve", "Performance", "Date", "Lieu"];
const LEVEL_COLUMNS = ["Année", "Niveau", "Club", "Performances"];
/** Levels of competition by level of the mark, for the podiums. */
const COMPETITIONS = [["N", "National"], ["IR", "Interrégional"], ["R", "Régional"], [
  "D",
  "Départemental",
]] as const;

/** Best by season, podiums and level of a person: what `/bilans` adds to the results. */
export function rankingSections(data: FederationData, index: number, style: PageStyle): string {
  const results = allResults(data.people, index, data.today).filter(({ mark }) => mark !== null);
  return [
    section({
      number: 4,
      title: "Meilleures performances par saison",
      html: table(bestBySeason(results), 7, style),
    }, style),
    section({ number: 6, title: "Podiums", html: table(podiums(results), 7, style) }, style),
    levelSection(data, index, style),
  ].join("");
}

/** The level of a person in each season of membership. */
export function levelSection(data: FederationData, index: number, style: PageStyle): string {
  const { people } = data;
  const rows = people.memberships.of(index).toReversed().flatMap(({ season, club }) => {
    const level = memberLevel(people, index, season);
    if (level === null) return [];
    return [row([
      String(season),
      `${level.code} (${level.points} pts)`,
      escapeText(starredName(people.clubs.at(club))),
      "-",
    ])];
  });
  const html = table([{ heading: "", columns: LEVEL_COLUMNS, rows }], 5, style);
  return section({ number: 9, title: "Niveau", html }, style);
}

type Group = { heading: string; columns: readonly string[]; rows: string[] };

function table(groups: readonly Group[], width: number, style: PageStyle): string {
  const rows = groups.filter(({ rows }) => rows.length > 0).map(({ heading, columns, rows }) => {
    const title = heading === ""
      ? ""
      : `<tr><td colspan="${width}"><div class="headers text-normal">${
        escapeText(heading)
      }</div></td></tr>\n`;
    return title + columnHeads(columns) + rows.join("");
  });
  return `<table class="reveal-table base-table">\n${bodyOf(rows.join(""), true, style)}</table>`;
}

function row(cells: readonly string[], at = 0): string {
  return `<tr class="${rowClass(at)}">${
    cells.map((cell) => `<td>${cell}</td>`).join("")
  }${CHEVRON}</tr>\n`;
}

/** Whether a result is better than another in the same event. */
function isBetter(a: Result, b: Result): boolean {
  if (a.mark === null || b.mark === null) return b.mark === null;
  return a.mark.unit === "hundredths" ? a.mark.value < b.mark.value : a.mark.value > b.mark.value;
}

function bestBySeason(results: readonly Result[]): Group[] {
  const measured = results.filter(({ event }) => event !== null);
  const byEvent = Map.groupBy(measured, ({ label }) => label);
  return [...byEvent].map(([heading, ofEvent]) => {
    const bySeason = Map.groupBy(ofEvent, ({ day }) => longDate(day).slice(-4));
    const rows = [...bySeason].map(([year, ofYear], at) => {
      const best = ofYear.reduce((a, b) => isBetter(b, a) ? b : a);
      return row([
        year,
        longDate(best.day),
        escapeText(best.text),
        escapeText(starredName(best.club).replace(" *", "*")),
        `${best.club.league} / ${best.club.department}`,
        escapeText(best.town),
      ], at);
    });
    return { heading, columns: SEASON_COLUMNS, rows };
  });
}

function podiums(results: readonly Result[]): Group[] {
  return COMPETITIONS.map(([prefix, heading]) => ({
    heading,
    columns: PODIUM_COLUMNS,
    rows: results
      .filter(({ place, level }) => /^[123]$/.test(place) && level.replace(/\d/, "") === prefix)
      .map((result, at) =>
        row([
          longDate(result.day).slice(-4),
          placeText(result),
          escapeText(result.label),
          escapeText(result.text),
          longDate(result.day),
          escapeText(result.town),
        ], at)
      ),
  }));
}

function placeText({ place, category }: Result): string {
  if (place === "1") return `Champion ${category}`;
  return place === "2" ? `Vice champion ${category}` : "3ème (place)";
}
