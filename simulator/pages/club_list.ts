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

/** A club's name as lists write it: with a star when it has local sections. */
export function starredName({ name, sections }: Club): string {
  return sections.length > 0 ? `${name} *` : name;
}

/** Address of a club's roster, as it stands in links. */
export function rosterAddress(club: Club, season: number): string {
  return `/bases/liste.aspx?frmbase=cclubs&amp;frmmode=2&amp;frmespace=&amp;frmtypeclub=M&amp;frmsaison=${season}&amp;frmnclub=${club.number}&amp;frmposition=0`;
}

/** The clubs of a season, by rank. */
export function clubListPage(data: FederationData, url: URL, style: PageStyle): string {
  const { clubs } = data.people;
  const season = Number(url.searchParams.get("frmsaison"));
  const number = url.searchParams.get("frmnclub") ?? "";
  const league = url.searchParams.get("frmligue") ?? "";
  const department = url.searchParams.get("frmdepartement") ?? "";
  const ranked = data.standings(season).map((standing, at) => ({ ...standing, rank: at + 1 }));
  const wanted = number === "" && league === "" && department === "" ? ranked : ranked.filter(
    (standing) => {
      const club = clubs.at(standing.club);
      return (number === "" || club.number === number) &&
        (league === "" || club.league === league) &&
        (department === "" || club.department === department);
    },
  );
  const position = positionIn(url.searchParams);
  const rows = slicePage(wanted, position).map(({ club: index, members, rank }, at) => {
    const club = clubs.at(index);
    const where = `${club.league}/${club.department}`;
    const link = `<a href="${rosterAddress(club, season)}">${escapeText(starredName(club))}</a>`;
    const cells = [
      rank,
      members * POINTS_BY_MEMBER + members % 7,
      link,
      club.number,
      where,
      members,
    ].map((cell) => `<td>${cell}</td>`);
    return `<tr class="${rowClass(at)}">${cells.join("")}${CHEVRON}</tr>\n${
      detailRow([["N° de club", club.number], ["Lig./Dpt.", where], ["Athlètes", String(members)]])
    }`;
  });
  return renderList({
    id: "ctnCClubs",
    width: 7,
    criteria: `Saison : ${season || ""}`,
    group: "",
    columns: ["Rang", "Points", "Club", "N° de club", "Lig./Dpt.", "Athlètes"],
    rows,
    damaged: DAMAGED_ROW,
    total: wanted.length,
    position,
    url,
  }, style);
}
