import { categoryOf } from "@mypacer/shared/domain/people/category.ts";
import { slashDate } from "../people/calendar_day.ts";
import type { FederationData, Member } from "./federation_data.ts";
import { licenseDay } from "../people/licenses.ts";
import { seasonResults } from "../results/results.ts";
import { rosterAddress, starredName } from "./club_list.ts";
import { barePage, isBareList, positionIn, renderList, slicePage } from "./list_page.ts";
import { escapeText } from "./markup.ts";
import type { PageStyle } from "./style.ts";

const DAMAGED_ROW =
  '<tr><td colspan="1"><div class="headers6"><a href="/athletes/" target="_blank"><b></b></a>&nbsp;&nbsp;?/?</div></td></tr>\n';
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
    : `<a href="${rosterAddress(club, season)}">${
      escapeText(starredName(club))
    }</a> - N° de club : ${club.number} - Nombre d'athlètes : ${members.length}`;
  return renderList({
    id: "ctnCClubs",
    width: 1,
    criteria: `Saison : ${season || ""}`,
    group: heading,
    columns: [],
    rows: slicePage(members, position).map((member) => memberRows(data, member, season)),
    damaged: DAMAGED_ROW,
    total: members.length,
    position,
    url,
  }, style);
}

function memberRows(data: FederationData, { index, level }: Member, season: number): string {
  const { people } = data;
  const person = people.at(index);
  const parts = [
    `<a href="/athletes/${person.ffaId}/niveau" target="_blank" title="cliquez pour le détail"><b>${
      escapeText(person.name)
    }</b></a>`,
    ...(level === null ? [] : [`<b>${level.code}</b> (${level.points} pt)`]),
    `<b>${categoryOf(person.birthYear, season)}/${person.sex}</b>`,
    person.licenseNumber ?? "-",
    `(${slashDate(licenseDay(people, index, season))})`,
  ];
  const line =
    `<tr><td colspan="1" class="no-border-no-padding bg-background-grey"><div class="headers6">${
      parts.join("&nbsp;&nbsp;")
    }</div></td></tr>\n`;
  if (level === null || index % WITH_MARK !== 0) return line;
  const [best] = seasonResults(people, index, { season, today: data.today });
  if (best === undefined || best.mark === null) return line;
  return `${line}<tr><td colspan="1"><div class="innerheaders">${
    escapeText(`${best.label} : ${best.text}`)
  } (${level.code})</div></td></tr>\n`;
}
