import { longDate } from "./date_text.ts";
import type { FederationData } from "./federation_data.ts";
import { hash } from "../chance/draw.ts";
import { type PersonalRecord, recordsOf } from "../results/records.ts";
import { starredName } from "./club_list.ts";
import { CHEVRON, detailRow, escapeText, rowClass } from "./markup.ts";
import { section } from "./sections.ts";
import { bodyOf, joinRows, type PageStyle } from "./style.ts";

/** What the draw is for: whether a person without records has the section all the same. */
const EMPTY_SECTION = 8100;

const HEAD =
  '<thead><tr><th>Epreuve</th><th>Performance</th><th>Date</th><th>Categorie</th><th>Club</th><th>Lig./Dpt.</th><th>Lieu</th><th class="desktop-tablet-d-none"></th></tr></thead>\n';
const OTHER_HEAD = HEAD.replace("Performance", "Marque").replace("Date", "Jour");
const DAMAGED_ROW = '<tr class="clickable"><td>800m</td><td>?\'??</td><td>32 Xyz. 20</td></tr>\n';

/** The records of a person; without any, half of the pages have no such section at all. */
export function recordsSection(data: FederationData, index: number, style: PageStyle): string {
  const records = recordsOf(data.people, index, data.today);
  if (records.length === 0 && hash(data.people.key(index), EMPTY_SECTION) % 2 === 0) return "";
  return recordsMarkup(records.map(toRow), style);
}

/** The section of records. */
export function recordsMarkup(records: readonly ListedRecord[], style: PageStyle): string {
  const rows = joinRows(records.map(recordRow), DAMAGED_ROW, style);
  const table = `<table class="grid-col-12 reveal-table base-table">\n${
    style.otherColumns ? OTHER_HEAD : HEAD
  }${bodyOf(rows, false, style)}</table>`;
  return section({ number: 5, title: "Records personnels", html: table }, style);
}

/** A record as its row shows it, as text. */
export type ListedRecord = {
  event: string;
  mark: string;
  /** `4 Mai 2024`. */
  date: string;
  category: string;
  /** With its star, if it has one, at the end of the name. */
  club: string;
  /** League and department: `I-F / 075`. */
  territory: string;
  place: string;
};

function toRow({ event, text, day, category, club, place }: PersonalRecord): ListedRecord {
  return {
    event: event.label,
    mark: text,
    date: longDate(day),
    category,
    // On an athlete's page the star sticks to the name.
    club: starredName(club).replace(" *", "*"),
    territory: `${club.league} / ${club.department}`,
    place,
  };
}

function recordRow(record: ListedRecord, at: number): string {
  const { event, mark, date, category, club, territory, place } = record;
  const texts = [event, mark, date, category, club, territory, place].map(escapeText);
  const cells = texts.map((text) => `<td>${text}</td>`);
  return `<tr class="${rowClass(at)}">${cells.join("")}${CHEVRON}</tr>\n${
    detailRow([
      ["Categorie", category],
      ["Club", escapeText(club)],
      ["Lig./Dpt.", territory],
      ["Lieu", escapeText(place)],
    ])
  }`;
}
