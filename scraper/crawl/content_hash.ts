import { createHash } from "node:crypto";
import type { ClubEntry } from "@mypacer/shared/federation/parsers/club_list.ts";
import type { RosterEntry } from "@mypacer/shared/federation/parsers/roster.ts";

/** Changes when what is read or stored of a page does: then every page counts as changed once. */
const VERSION = "1";

/**
 * Tells whether a roster's page says the same as before, of what is stored: points and dates are
 * not.
 */
export function hashRoster(athletes: readonly RosterEntry[]): string {
  return hash(
    athletes.map(({ ffaId, name, nationality, category, sex, licenseNumber }) =>
      `${ffaId}\t${name}\t${nationality}\t${category}\t${sex}\t${licenseNumber}`
    ),
  );
}

/** Tells whether a page of clubs says the same as before, of what is stored. */
export function hashClubs(clubs: readonly ClubEntry[]): string {
  return hash(
    clubs.map(({ number, name, league, department }) =>
      `${number}\t${name}\t${league}\t${department}`
    ),
  );
}

/**
 * Tells whether a page came as before, to the letter: then nothing of it needs to be understood.
 */
export function hashBody(body: string): string {
  return digest(`${VERSION}\n${body}`);
}

/** The order of the lines does not matter: ranks change when nothing else does. */
function hash(lines: string[]): string {
  return digest([VERSION, ...lines.sort()].join("\n"));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
