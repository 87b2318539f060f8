import { categoryOf } from "@mypacer/shared/domain/people/category.ts";
import { fullDate } from "./date_text.ts";
import type { Club } from "../people/clubs.ts";
import type { FederationData } from "./federation_data.ts";
import { draw, drawOne, drawWhole, hash } from "../chance/draw.ts";
import { licenseDay } from "../people/licenses.ts";
import { KNOWN_PERSON } from "../people/memberships.ts";
import type { Person } from "../people/people.ts";
import { starredName } from "./club_list.ts";
import { escapeText } from "./markup.ts";

/** What a person's page says above its tabs; null where it says nothing. */
export type HeaderFacts = {
  club: Club | null;
  /** The local section of the club, for some members of clubs that have any. */
  section: string | null;
  /** Null for people without a license of the last season. */
  category: string | null;
  /** Three letters as a rule, two for some: `FR`. */
  nationality: string;
  league: string | null;
  /** Of the club, as a rule; for some `64b`, of which no department is known, or `__A`. */
  department: string | null;
  licenseNumber: string | null;
  /** `COMP` and others; with signs around it for some: `-- Pass Running --`. */
  licenseType: string;
};

/** What draws about one person's header are for: another number for each keeps them apart. */
const PURPOSE = {
  section: 8001,
  measures: 8003,
  missingFacts: 8006,
  shortCountry: 8007,
  oddDepartment: 8008,
  oddLicenseType: 8010,
  banner: 8011,
} as const;
/** Share of members who belong to a section of a club that has any, and of people with measures. */
const IN_SECTION = 0.6;
const WITH_MEASURES = 0.02;
/** Shares of people whose country, department or kind of license is written unlike all others. */
const WITH_SHORT_COUNTRY = 0.005;
const WITH_ODD_PLACE = 0.004;
const WITH_PASS = 0.01;
const ODD_DEPARTMENTS = ["64b", "__A"];
/** Share of pages with another heading in front of the person's, which looks like a name. */
const WITH_BANNER = 0.06;

/** Values that stand on one line of a header. */
export function slashed(...values: readonly string[]): string {
  return values.join('<span style="padding-left:5px;padding-right:5px">/</span>');
}

/** Finds what the page of a person says above its tabs. */
export function headerFacts(data: FederationData, person: Person): HeaderFacts {
  const { people, size: { lastSeason } } = data;
  const latest = people.memberships.of(person.index).at(-1);
  const current = latest?.season === lastSeason;
  // Whoever let the license lapse is in no club; the others keep the one they were last in.
  const hasLapsed = !current && people.memberships.isLapsed(person.index);
  const club = latest === undefined || hasLapsed ? null : people.clubs.at(latest.club);
  const key = people.key(person.index);
  const isKnown = person.index === KNOWN_PERSON;
  const inSection = club !== null && club.sections.length > 0 &&
    draw(key, PURPOSE.section) < IN_SECTION;
  return {
    club,
    section: inSection ? drawOne(key, PURPOSE.section + 1, club.sections) : null,
    category: current ? categoryOf(person.birthYear, lastSeason) : null,
    nationality: isKnown || draw(key, PURPOSE.shortCountry) >= WITH_SHORT_COUNTRY
      ? person.nationality
      : person.nationality.slice(0, 2),
    league: club?.league ?? null,
    department: isKnown || club === null || draw(key, PURPOSE.oddDepartment) >= WITH_ODD_PLACE
      ? club?.department ?? null
      : drawOne(key, PURPOSE.oddDepartment + 1, ODD_DEPARTMENTS),
    licenseNumber: hasLapsed ? null : person.licenseNumber,
    licenseType: isKnown || draw(key, PURPOSE.oddLicenseType) >= WITH_PASS
      ? person.licenseType
      : "-- Pass Running --",
  };
}

/** Heading and facts of a person's page. */
export function athleteHeader(data: FederationData, person: Person): string {
  const facts = headerFacts(data, person);
  const key = data.people.key(person.index);
  // Facts that are missing are left out on some pages, and are `-` or empty on others.
  const leavesOut = hash(key, PURPOSE.missingFacts) % 2 === 0;
  const lines: HeaderLine[] = [
    birthLine(person, leavesOut),
    ["Club", clubText(facts) ?? (leavesOut ? null : "")],
    ["Taille / poids", person.index === KNOWN_PERSON ? "- / -" : measures(key)],
    [
      "Catégorie / Nationalité",
      slashed(categoryText(facts.category), person.sex, facts.nationality),
    ],
    ["N° de licence", licenseText(data, person, facts) ?? (leavesOut ? null : "-")],
    facts.league === null
      ? ["Ligue / Département", leavesOut ? null : "-"]
      : ["Ligue / Département", slashed(facts.league, String(facts.department))],
  ];
  const banner = person.index !== KNOWN_PERSON && draw(key, PURPOSE.banner) < WITH_BANNER
    ? '<aside class="promo"><h1>Semaine du MILE</h1></aside>\n'
    : "";
  return banner +
    headerMarkup({ given: person.given, surname: person.surname + person.headingSuffix }, lines);
}

/** A fact of a page's header: its label, and what follows as HTML; a line without that is empty. */
export type HeaderLine = readonly [label: string, html: string | null];

/** A person's name with the facts below it. */
export function headerMarkup(
  { given, surname }: { given: string; surname: string },
  lines: readonly HeaderLine[],
): string {
  const paragraphs = lines.map(([label, html]) =>
    html === null
      ? ""
      : `<p class="text-white"><span class="text-blue">${label} : </span>${html}</p>`
  );
  return `<div class="athlete-header"><h1 class="title-2 text-white">${escapeText(given)}<br>${
    escapeText(surname)
  }</h1>\n${paragraphs.join("\n")}</div>`;
}

function birthLine({ birth, birthYear, publishesBirth }: Person, leavesOut: boolean): HeaderLine {
  if (!publishesBirth) return ["Né(e) en", leavesOut ? null : "-"];
  if (birth === null) return ["Né(e) en", String(birthYear)];
  const two = (value: number) => String(value).padStart(2, "0");
  return [
    "Né(e) le",
    `${two(birth.day)}/${two(birth.month)}/${birthYear} à ${escapeText(birth.town)}`,
  ];
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
  { index }: Person,
  { licenseNumber, licenseType }: HeaderFacts,
): string | null {
  if (licenseNumber === null) return null;
  const season = data.people.memberships.of(index).at(-1)?.season ?? data.size.lastSeason;
  const updated = fullDate(licenseDay(data.people, index, season));
  return licenseMarkup({ licenseNumber, licenseType, updated });
}

/** A license as a header shows it. @param license.updated When it was entered, `14/09/2025`. */
export function licenseMarkup(
  { licenseNumber, licenseType, updated }: {
    licenseNumber: string;
    licenseType: string;
    updated: string;
  },
): string {
  return `${licenseNumber} - ${licenseType}<span style="font-weight:normal;padding-left:8px">(maj le ${updated})</span>`;
}

function measures(key: number): string {
  if (draw(key, PURPOSE.measures) >= WITH_MEASURES) return "- / -";
  return `${drawWhole(key, PURPOSE.measures + 1, [150, 196])}cm / ${
    drawWhole(key, PURPOSE.measures + 2, [45, 90])
  }kg`;
}
