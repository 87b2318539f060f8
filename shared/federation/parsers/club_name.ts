/** Names and places of clubs, as the site writes them around the bare facts. */
import { findClubNumber } from "../../domain/people/club_number.ts";
import { isBlankOrDash } from "./blank.ts";

/** A club's name without the marks around it. */
export interface ClubName {
  name: string;
  /** A star behind the name: the club has local sections. */
  hasSections: boolean;
  /** The local section, from ` - S/l Section`; null without one. */
  section: string | null;
  /** The number in front of the name on old pages, `075999 - Name`; null without one. */
  number: string | null;
}

/**
 * Takes a published club name apart: `Ac Exemple * - S/l Vallee Bleue`, `Athle 92*`, `075999 - Ac
 * Exemple`, ` - Ac Exemple*`. Null when no name is left (`-`, nothing).
 *
 * @param published Tidied text, as `text()` returns it.
 */
export function readClubName(published: string): ClubName | null {
  const [, before = ""] = /^(\w{6})(?= -|$)/.exec(published) ?? [];
  const number = findClubNumber(before);
  const named = published.slice(number === null ? 0 : before.length).replace(
    /^\s*(?:-(?!-)\s*)?/,
    "",
  );
  const [, own = "", section = null] = /^(.*?)\s*-\s*S\/l\s+(.+)$/i.exec(named) ?? [null, named];
  const name = own.replace(/[\s*]+$/, "");
  if (name === "" || name === "-") return null;
  const hasSections = /\*\s*$/.test(own) || section !== null;
  return { name, hasSections, section: section?.replace(/[\s*]+$/, "") ?? null, number };
}

/** League and department of a club. */
export interface Territory {
  /** League code, e.g. `I-F`, `ARA`. */
  league: string | null;
  /** Department code, three characters, e.g. `075`, `02A`. */
  department: string | null;
}

const LEAGUE = /^[A-Z](?:[A-Z]{2}|-[A-Z])$/;
const DEPARTMENT = /^(?:\d{3}|02[AB])$/;

/**
 * Reads `I-F/075` or `I-F / 075`; a `-` or nothing in place of either is null. A part that is not
 * understood is null as well, and the other one is kept.
 */
export function readTerritory(published: string): Territory & { isUnderstood: boolean } {
  const parts = published.toUpperCase().split("/").map((part) => part.trim());
  const [league = "", department = "", ...more] = parts;
  const isRead = (part: string, pattern: RegExp) => isBlankOrDash(part) || pattern.test(part);
  // The departments of the mainland may have their usual codes: `75`, `2A`.
  const padded = /^(?:\d\d|2[AB])$/.test(department) ? `0${department}` : department;
  return {
    league: LEAGUE.test(league) ? league : null,
    department: DEPARTMENT.test(padded) ? padded : null,
    isUnderstood: more.length === 0 && isRead(league, LEAGUE) && isRead(padded, DEPARTMENT),
  };
}
