import { createHash } from "node:crypto";
import type { ClubEntry } from "@mypacer/shared/federation/parsers/club_list.ts";
import type { RosterEntry } from "@mypacer/shared/federation/parsers/roster.ts";

/**
 * To be raised when what is read or stored of a page changes: then every page counts as changed
 * once.
 */
const VERSION = "1";

/** Hash of what is stored of a roster's page: points and dates are not, so they may change. */
export function hashRoster(athletes: readonly RosterEntry[]): string {
  return hash(
    athletes.map(({ ffaId, name, nationality, category, sex, licenseNumber }) =>
      `${ffaId}\t${name}\t${nationality}\t${category}\t${sex}\t${licenseNumber}`
    ),
  );
}

/** Hash of what is stored of a page of the list of clubs. */
export function hashClubs(clubs: readonly ClubEntry[]): string {
  return hash(
    clubs.map(({ number, name, league, department }) =>
      `${number}\t${name}\t${league}\t${department}`
    ),
  );
}

/** Hash of a page to the letter: with the same one, nothing of the page needs to be parsed. */
export function hashBody(body: string): string {
  return digest(`${VERSION}\n${body}`);
}

/** Hash of lines in any order: ranks change when nothing else does. */
function hash(lines: string[]): string {
  return digest([VERSION, ...lines.sort()].join("\n"));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
