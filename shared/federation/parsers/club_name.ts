/** Names and places of clubs, as the site writes them around the bare facts. */

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
 * Takes a published club name apart: `Ac Exemple * - S/l Vallee Bleue`, `Athle 92*`, `075999 - Ac Exemple`,
 * ` - Ac Exemple*`. Null when no name is left (`-`, nothing).
 *
 * @param published Tidied text, as `text()` gives it.
 */
export function readClubName(published: string): ClubName | null {
  const [, number = null, named = ""] = /^(?:(\d{6})(?= -|$))?\s*-?\s*(.*)$/.exec(published) ?? [];
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
const DEPARTMENT = /^\d{2}[\dAB]$/;

/**
 * Reads `I-F/075` or `I-F / 075`; a `-` or nothing in place of either is null.
 *
 * @returns Null when the text is something else.
 */
export function readTerritory(published: string): Territory | null {
  const [league = "", department = "", ...more] = published.split("/").map((part) => part.trim());
  const known = (part: string, pattern: RegExp) =>
    part === "" || part === "-" || pattern.test(part);
  if (more.length > 0 || !known(league, LEAGUE) || !known(department, DEPARTMENT)) return null;
  return {
    league: LEAGUE.test(league) ? league : null,
    department: DEPARTMENT.test(department) ? department : null,
  };
}
