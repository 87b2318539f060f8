import { categoryOf } from "@mypacer/shared/domain/people/category.ts";
import { slashDate } from "./date_text.ts";
import type { FederationData, Member } from "./federation_data.ts";
import { licenseDay } from "../people/licenses.ts";
import type { Level } from "../results/levels.ts";
import { seasonResults } from "../results/results.ts";
import { rosterAddress, starredName } from "./club_list.ts";
import { barePage, isBareList, positionIn, renderList, slicePage } from "./list_page.ts";
import { escapeText } from "./markup.ts";
import type { PageStyle } from "./style.ts";

const DAMAGED_ROW =
  '<tr><td colspan="1"><div class="headers6"><a href="/athletes/" target="_blank"><b></b></a>&nbsp;&nbsp;?/?</div></td></tr>\n';
/** What all rosters have in common. */
export const ROSTER = { id: "ctnCClubs", width: 1, columns: [], damaged: DAMAGED_ROW };
/** One member in so many is followed by a line with the mark that earned the points. */
const WITH_MARK = 16;

/** The members of a club in a season, those that earn the most points first. */
export function rosterPage(data: FederationData, url: URL, style: PageStyle): string {
  const season = Number(url.searchParams.get("frmsaison"));
  const club = data.people.clubs.find(url.searchParams.get("frmnclub") ?? "");
  const members = club === null ? [] : data.roster(club.index, season);
  const position = positionIn(url.searchParams);
  if (isBareList(members.length, season)) return barePage();
  const heading = club === null || !data.hasSeason(season)
    ? ""
    : `<a href="${rosterAddress(club.number, season)}">${
      escapeText(starredName(club))
    }</a> - N° de club : ${club.number} - Nombre d'athlètes : ${members.length}`;
  return renderList({
    ...ROSTER,
    criteria: `Saison : ${season || ""}`,
    group: heading,
    rows: slicePage(members, position).map((member) => memberRows(data, member, season)),
    total: members.length,
    position,
    url,
  }, style);
}

function memberRows(data: FederationData, { index, level }: Member, season: number): string {
  const { people } = data;
  const person = people.at(index);
  const line = memberRow({
    ffaId: person.ffaId,
    name: person.name,
    level,
    category: `${categoryOf(person.birthYear, season)}/${person.sex}`,
    license: person.licenseNumber ?? "-",
    updated: slashDate(licenseDay(people, index, season)),
  });
  if (level === null || index % WITH_MARK !== 0) return line;
  const [best] = seasonResults(people, index, { season, today: data.today });
  if (best === undefined || best.mark === null) return line;
  return `${line}<tr><td colspan="1"><div class="innerheaders">${
    escapeText(`${best.label} : ${best.text}`)
  } (${level.code})</div></td></tr>\n`;
}

/** A member as a roster shows them; what is null is left out. */
export type ListedMember = {
  ffaId: string;
  name: string;
  level: Level | null;
  /** Category and sex: `SE/F`. */
  category: string | null;
  license: string | null;
  /** When the license was entered: `14/09/25`. */
  updated: string | null;
};

/** The line of a member. */
export function memberRow(
  { ffaId, name, level, category, license, updated }: ListedMember,
): string {
  const parts = [
    `<a href="/athletes/${ffaId}/niveau" target="_blank" title="cliquez pour le détail"><b>${
      escapeText(name)
    }</b></a>`,
    level === null ? null : `<b>${level.code}</b> (${level.points} pt)`,
    category === null ? null : `<b>${category}</b>`,
    license,
    updated === null ? null : `(${updated})`,
  ].filter((part) => part !== null);
  return `<tr><td colspan="1" class="no-border-no-padding bg-background-grey"><div class="headers6">${
    parts.join("&nbsp;&nbsp;")
  }</div></td></tr>\n`;
}
