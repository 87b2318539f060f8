import { categoryOf } from "@mypacer/shared/domain/category.ts";
import { fullDate } from "../calendar_day.ts";
import type { Club } from "../clubs.ts";
import type { FederationData } from "../federation_data.ts";
import { draw, drawOne, drawWhole, hash } from "../hash.ts";
import { licenseDay } from "../licenses.ts";
import { KNOWN_PERSON } from "../memberships.ts";
import type { Person } from "../people.ts";
import { starredName } from "./club_list.ts";
import { escapeText } from "./markup.ts";

/** What a person's page tells above its tabs; null where it tells nothing. */
export type HeaderFacts = {
  club: Club | null;
  /** The local section of the club, for some members of clubs that have any. */
  section: string | null;
  /** Null for people without a license of the last season. */
  category: string | null;
  league: string | null;
  department: string | null;
  licenseNumber: string | null;
};

/** What a draw is for; keeps the draws about one person's header apart. */
const SECTION = 8001;
const MEASURES = 8003;
const FORM = 8006;
/** Share of members who belong to a section of a club that has any, and of people with measures. */
const IN_SECTION = 0.6;
const WITH_MEASURES = 0.02;

const SLASH = '<span style="padding-left:5px;padding-right:5px">/</span>';

/** What the page of a person tells above its tabs. */
export function headerFacts(data: FederationData, person: Person): HeaderFacts {
  const { people, size: { lastSeason } } = data;
  const latest = people.memberships.of(person.index).at(-1);
  const current = latest?.season === lastSeason;
  // Whoever let the license lapse is in no club; the others keep the one they were last in.
  const gone = !current && people.memberships.isLapsed(person.index);
  const club = latest === undefined || gone ? null : people.clubs.at(latest.club);
  const key = people.key(person.index);
  const inSection = club !== null && club.sections.length > 0 && draw(key, SECTION) < IN_SECTION;
  return {
    club,
    section: inSection ? drawOne(key, SECTION + 1, club.sections) : null,
    category: current ? categoryOf(person.birthYear, lastSeason) : null,
    league: club?.league ?? null,
    department: club?.department ?? null,
    licenseNumber: gone ? null : person.licenseNumber,
  };
}

/** Heading and facts of a person's page. */
export function athleteHeader(data: FederationData, person: Person): string {
  const facts = headerFacts(data, person);
  const key = data.people.key(person.index);
  // Facts that are missing are left out on some pages, and told as `-` or as nothing on others.
  const leavesOut = hash(key, FORM) % 2 === 0;
  const lines = [
    birthLine(person, leavesOut),
    line("Club : ", clubText(facts) ?? (leavesOut ? null : "")),
    line("Taille / poids : ", person.index === KNOWN_PERSON ? "- / -" : measures(key)),
    line(
      "Catégorie / Nationalité : ",
      [
        categoryText(facts.category),
        person.sex,
        person.nationality,
      ].join(SLASH),
    ),
    line("N° de licence : ", licenseText(data, person, facts) ?? (leavesOut ? null : "-")),
    facts.league === null
      ? line("Ligue / Département : ", leavesOut ? null : "-")
      : line("Ligue / Département : ", `${facts.league}${SLASH}${facts.department}`),
  ];
  return `<div class="athlete-header"><h1 class="title-2 text-white">${
    escapeText(person.given)
  }<br>${escapeText(person.surname)}</h1>\n${lines.join("\n")}</div>`;
}

function line(label: string, html: string | null): string {
  return html === null
    ? ""
    : `<p class="text-white"><span class="text-blue">${label}</span>${html}</p>`;
}

function birthLine({ birth, birthYear, publishesBirth }: Person, leavesOut: boolean): string {
  if (!publishesBirth) return line("Né(e) en : ", leavesOut ? null : "-");
  if (birth === null) return line("Né(e) en : ", String(birthYear));
  const two = (value: number) => String(value).padStart(2, "0");
  return line(
    "Né(e) le : ",
    `${two(birth.day)}/${two(birth.month)}/${birthYear} à ${escapeText(birth.town)}`,
  );
}

function clubText({ club, section }: HeaderFacts): string | null {
  if (club === null) return null;
  return escapeText(starredName(club) + (section === null ? "" : ` - S/l ${section}`));
}

function categoryText(category: string | null): string {
  if (category === null) return "-";
  return category.startsWith("M") && category !== "MI" ? `MA (${category})` : category;
}

function licenseText(
  data: FederationData,
  { index, licenseType }: Person,
  { licenseNumber }: HeaderFacts,
): string | null {
  if (licenseNumber === null) return null;
  const season = data.people.memberships.of(index).at(-1)?.season ?? data.size.lastSeason;
  const updated = fullDate(licenseDay(data.people, index, season));
  return `${licenseNumber} - ${licenseType}<span style="font-weight:normal;padding-left:8px">(maj le ${updated})</span>`;
}

function measures(key: number): string {
  if (draw(key, MEASURES) >= WITH_MEASURES) return "- / -";
  return `${drawWhole(key, MEASURES + 1, [150, 196])}cm / ${
    drawWhole(key, MEASURES + 2, [45, 90])
  }kg`;
}
