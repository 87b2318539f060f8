import type { Club } from "../people/clubs.ts";
import type { FederationData } from "./federation_data.ts";
import { positionIn, renderList, slicePage } from "./list_page.ts";
import { CHEVRON, detailRow, escapeText, rowClass } from "./markup.ts";
import type { PageStyle } from "./style.ts";

/** Points a club earns by member, about: the ranking shows five-digit figures. */
const POINTS_BY_MEMBER = 23;

/** A row as a broken page holds it: the number shown is cut. */
const DAMAGED_ROW =
  `<tr class="clickable"><td>?</td><td></td><td><a href="#">&nbsp;</a></td><td>99</td>${
    "<td>-</td>".repeat(2)
  }${CHEVRON}</tr>\n`;

/** What all lists of clubs have in common. */
export const CLUB_LIST = {
  id: "ctnCClubs",
  width: 7,
  group: "",
  columns: ["Rang", "Points", "Club", "N° de club", "Lig./Dpt.", "Athlètes"],
  damaged: DAMAGED_ROW,
};

/** A club's name as lists write it: with a star when it has local sections. */
export function starredName({ name, sections }: Club): string {
  return sections.length > 0 ? `${name} *` : name;
}

/** Address of a club's roster, as it stands in links. */
export function rosterAddress(number: string, season: number): string {
  return `/bases/liste.aspx?frmbase=cclubs&amp;frmmode=2&amp;frmespace=&amp;frmtypeclub=M&amp;frmsaison=${season}&amp;frmnclub=${number}&amp;frmposition=0`;
}

/** The clubs of a season, by rank. */
export function clubListPage(data: FederationData, url: URL, style: PageStyle): string {
  const { clubs } = data.people;
  const season = Number(url.searchParams.get("frmsaison"));
  const number = url.searchParams.get("frmnclub") ?? "";
  const league = url.searchParams.get("frmligue") ?? "";
  const department = url.searchParams.get("frmdepartement") ?? "";
  const all = data.standings(season).map((standing, at) => ({ ...standing, rank: at + 1 }));
  const ranked = number === "" && league === "" && department === "" ? all : all.filter(
    (standing) => {
      const club = clubs.at(standing.club);
      return (number === "" || club.number === number) &&
        (league === "" || club.league === league) &&
        (department === "" || club.department === department);
    },
  );
  const position = positionIn(url.searchParams);
  const rows = slicePage(ranked, position).map(({ club: index, members, rank }, at) => {
    const club = clubs.at(index);
    return clubRow({
      rank,
      points: members * POINTS_BY_MEMBER + members % 7,
      name: starredName(club),
      number: club.number,
      territory: `${club.league}/${club.department}`,
      members,
      season,
    }, at);
  });
  return renderList({
    ...CLUB_LIST,
    criteria: `Saison : ${season || ""}`,
    rows,
    total: ranked.length,
    position,
    url,
  }, style);
}

/** A club as its row shows it. */
export type ListedClub = {
  rank: number;
  points: number;
  /** With its star, if it has one. */
  name: string;
  number: string;
  /** League and department: `I-F/075`. */
  territory: string;
  members: number;
  season: number;
};

/** One row of a list of clubs. @param at Place on the page, from 0. */
export function clubRow(club: ListedClub, at: number): string {
  const { rank, points, name, number, territory, members, season } = club;
  const link = `<a href="${rosterAddress(number, season)}">${escapeText(name)}</a>`;
  const cells = [rank, points, link, number, territory, members].map((cell) => `<td>${cell}</td>`);
  return `<tr class="${rowClass(at)}">${cells.join("")}${CHEVRON}</tr>\n${
    detailRow([["N° de club", number], ["Lig./Dpt.", territory], ["Athlètes", String(members)]])
  }`;
}
