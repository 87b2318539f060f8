import { dayAndMonth } from "./date_text.ts";
import type { FederationData } from "./federation_data.ts";
import { draw, drawOne, hash } from "../chance/draw.ts";
import { type Result, seasonResults } from "../results/results.ts";
import { starredName } from "./club_list.ts";
import { barePage, isBareList, positionIn, renderList, slicePage } from "./list_page.ts";
import { CHEVRON, detailRow, escapeText } from "./markup.ts";
import type { PageStyle } from "./style.ts";

const DAMAGED_ROW = `<tr class="trlive"><td>&nbsp;</td>${"<td>?</td>".repeat(5)}</tr>\n`;
/** What all lists of results have in common. */
export const RESULTS_LIST = {
  id: "ctnResultats",
  width: 10,
  columns: [
    "Nom",
    "Epreuve",
    "Résultat",
    "Tour",
    "Infos",
    "Points",
    "Niveau",
    "Date",
    "Ville",
  ],
  columnClass: "columnsCMP",
  damaged: DAMAGED_ROW,
};
/** What draws about one row are for: another number for each keeps them apart. */
const PURPOSE = {
  isUnlicensed: 1,
  unlicensedName: 2,
  isQualified: 3,
  qualifier: 4,
} as const;
/** Share of rows that belong to people without license: a name, no link. */
const WITHOUT_LICENSE = 0.01;
/** Share of marks with a qualifier behind. */
const QUALIFIED = 0.06;
const QUALIFIERS = ["Q", "q", "qi", "qe"];

/** The results of a club's members in a season, latest first. */
export function clubResultsPage(data: FederationData, url: URL, style: PageStyle): string {
  const season = Number(url.searchParams.get("frmsaison"));
  const number = url.searchParams.get("frmclub") ?? "";
  const club = data.people.clubs.find(number);
  const results = club === null ? [] : clubResults(data, club.index, season);
  const position = positionIn(url.searchParams);
  if (isBareList(results.length, season)) return barePage();
  return renderList({
    ...RESULTS_LIST,
    criteria: `Année : ${season || ""}, N°Club : ${escapeText(number)}`,
    group: club === null || results.length === 0
      ? ""
      : `${escapeText(starredName(club).toUpperCase())} | ${club.league} | ${club.department}`,
    rows: slicePage(results, position).map((result) => rowOf(data, result)),
    total: results.length,
    position,
    url,
  }, style);
}

/** All results of a club's members in a season, latest first. */
export function clubResults(data: FederationData, club: number, season: number): Result[] {
  return data.people.memberships.members(club, season)
    .filter(() => data.hasSeason(season))
    .flatMap((person) => seasonResults(data.people, person, { season, today: data.today }))
    .sort((a, b) => b.day - a.day || a.person - b.person);
}

/** One row of a list of results. A relay belongs to nobody by name. */
export function rowOf(data: FederationData, result: Result): string {
  const key = hash(data.people.key(result.person), result.day);
  const person = data.people.at(result.person);
  const isRelay = result.event?.discipline === "relay";
  const name = isRelay ? "" : draw(key, PURPOSE.isUnlicensed) < WITHOUT_LICENSE
    ? escapeText(
      `${drawOne(key, PURPOSE.unlicensedName, ["INVITE", "NON LICENCIE"])} ${person.given}`,
    )
    : athleteLink(person);
  const infos = isRelay
    ? ""
    : `${result.category}${person.sex}/${String(person.birthYear % 100).padStart(2, "0")}`;
  const event = result.event === null
    ? result.label
    : `${result.label} / ${result.category}${person.sex}`;
  return resultRow({
    name,
    event: escapeText(event),
    result: resultText(result, key),
    round: result.round,
    infos,
    points: result.points,
    level: result.level,
    date: dayAndMonth(result.day),
    town: escapeText(result.town),
  });
}

/** A result as lists of results show it: one cell for each column, as HTML. */
export type ListedResult = {
  name: string;
  /** With the category: `1 500m / SEF`. */
  event: string;
  /** Place and mark: `4. 4'29''10`. */
  result: string;
  round: string;
  /** Category, sex and year of birth: `SEF/04`. */
  infos: string;
  points: string;
  level: string;
  /** `08/02`. */
  date: string;
  town: string;
};

/** The row of a result. */
export function resultRow(
  { name, event, result, round, infos, points, level, date, town }: ListedResult,
): string {
  const cells = [name, event, result, round, infos, points, level, date, town]
    .map((cell) => `<td>${cell === "" ? " " : cell}</td>`);
  return `<tr class="trlive">${cells.join("")}${CHEVRON}</tr>\n${
    detailRow([["Infos", infos], ["Points", points], ["Ville", town]])
  }`;
}

/** The name of a licensed athlete in a list of results. */
export function athleteLink({ ffaId, name }: { ffaId: string; name: string }): string {
  return `<a href="/athletes/${ffaId}" target="_blank">${escapeText(name)}</a>`;
}

/** Place, mark and qualifier; a disqualification shows its rule on hovering. */
function resultText({ text, place, mark, wind, event }: Result, key: number): string {
  if (text === "DQ") return '<span style="cursor:pointer" title="TR 16.8">DQ</span>';
  if (mark === null) return text;
  const rank = /^\d+/.exec(place)?.[0] ?? "1";
  const qualified = event?.discipline === "track" && draw(key, PURPOSE.isQualified) < QUALIFIED
    ? ` ${drawOne(key, PURPOSE.qualifier, QUALIFIERS)}`
    : "";
  const breeze = /^[+-]\d/.test(wind) ? ` (${wind})` : "";
  return escapeText(`${rank}. ${text}${breeze}${qualified}`);
}
