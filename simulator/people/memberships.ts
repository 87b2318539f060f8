import { type Clubs, type FederationSize, MEAN_SEASONS } from "./clubs.ts";
import { hash } from "../chance/draw.ts";

/** One season of a person in a club. */
export type Membership = { season: number; club: number };

/** How long a person belongs to the federation, before any gap. */
export type Stay = {
  /** Season of joining; may lie before the first season of the federation. */
  joined: number;
  /** First and last season inside the federation's seasons and the club's life. */
  first: number;
  last: number;
};

/** Person 0 is known to documents and tests, and a member of the first club in every season. */
export const KNOWN_PERSON = 0;

/** Most seasons of a stay: the geometric distribution knows no end. */
const LONGEST_STAY = 25;
/** Share of people who let their license lapse, and whose page names no club any more. */
const LAPSED = 0.05;
/** Shares of stays of enough seasons that have one season left out, or a move to another club. */
const WITH_GAP = 0.12;
const WITH_MOVE = 0.15;

/** Keeps what is drawn about memberships apart from what is drawn about people and clubs. */
const SALT = 0x3e3b;
/** What draws are for: another number for each keeps them apart. */
const PURPOSE = {
  stay: 1,
  lapse: 2,
} as const;
/** No season: a stay without gap or move. */
const NEVER = 0;

/**
 * Who belongs to which club in which season, computed for any person without the others: people
 * join, leave, come back and move.
 */
export class Memberships {
  readonly #size: FederationSize;
  readonly #clubs: Clubs;

  constructor(size: FederationSize, clubs: Clubs) {
    this.#size = size;
    this.#clubs = clubs;
  }

  /** The seasons between which a person belongs to the federation: at least one. */
  stay(person: number, home: number): Stay {
    const from = this.#clubs.from(home);
    const to = this.#clubs.to(home);
    if (person === KNOWN_PERSON) return { joined: from, first: from, last: to };
    const bits = hash(this.#key(person), PURPOSE.stay);
    // Stays end at a steady rate a season, so their lengths follow the geometric distribution.
    const even = ((bits & 0xffff) + 0.5) / 0x10000;
    const length = Math.min(
      LONGEST_STAY,
      1 + Math.floor(Math.log(even) / Math.log(1 - 1 / MEAN_SEASONS)),
    );
    // Starts are even over all that reach into the club's life: as many join as leave.
    const earliest = from - length + 1;
    const joined = earliest + Math.floor((bits >>> 16) / 0x10000 * (to - earliest + 1));
    const first = Math.max(from, joined);
    const last = Math.min(to, joined + length - 1);
    const leavesNow = this.isLapsed(person) && first < this.#size.lastSeason;
    return { joined, first, last: leavesNow ? Math.min(last, this.#size.lastSeason - 1) : last };
  }

  /** Whether a person is one of those whose page names no club once they have left. */
  isLapsed(person: number): boolean {
    return person !== KNOWN_PERSON && hash(this.#key(person), PURPOSE.lapse) % 1000 < LAPSED * 1000;
  }

  /**
   * The club of a person in a season, or -1.
   *
   * @param home The person's home club, known to whoever walks through the people of one club.
   */
  clubAt(person: number, season: number, home = this.#clubs.homeOf(person)): number {
    const { first, last } = this.stay(person, home);
    if (season < first || season > last) return -1;
    if (person === KNOWN_PERSON || last === first) return home;
    const bits = hash(this.#key(person), PURPOSE.lapse + 1);
    if (season === gapOf(bits, first, last)) return -1;
    const moved = moveOf(bits, first, last);
    if (moved === NEVER || season < moved) return home;
    const target = this.#clubs.neighbour(home, bits % 3);
    const open = !this.#clubs.isEmpty(target) && this.#clubs.from(target) <= moved &&
      this.#clubs.to(target) >= last;
    return open ? target : home;
  }

  /** All seasons of a person, oldest first. */
  of(person: number): Membership[] {
    const home = this.#clubs.homeOf(person);
    const { first, last } = this.stay(person, home);
    const memberships: Membership[] = [];
    for (let season = first; season <= last; season++) {
      const club = this.clubAt(person, season, home);
      if (club !== -1) memberships.push({ season, club });
    }
    return memberships;
  }

  /** People who belong to a club in a season, by number. */
  members(club: number, season: number): number[] {
    const members: number[] = [];
    if (season < this.#clubs.from(club) || season > this.#clubs.to(club)) return members;
    for (const home of this.#clubs.sources(club)) {
      const end = this.#clubs.end(home);
      for (let person = this.#clubs.start(home); person < end; person++) {
        if (this.clubAt(person, season, home) === club) members.push(person);
      }
    }
    return members;
  }

  /** Number of members of every club in a season. */
  counts(season: number): Int32Array {
    const counts = new Int32Array(this.#clubs.length);
    for (let home = 0; home < this.#clubs.length; home++) {
      const end = this.#clubs.end(home);
      for (let person = this.#clubs.start(home); person < end; person++) {
        const club = this.clubAt(person, season, home);
        if (club !== -1) counts[club] = (counts[club] ?? 0) + 1;
      }
    }
    return counts;
  }

  #key(person: number): number {
    return hash(this.#size.seed ^ SALT, person);
  }
}

/** The season left out of a stay, between its first and its last, or `NEVER`. */
function gapOf(bits: number, first: number, last: number): number {
  const share = (bits & 0xff) / 0x100;
  if (last - first < 3 || share >= WITH_GAP) return NEVER;
  return first + 1 + Math.floor(share / WITH_GAP * (last - first - 1));
}

/** The season from which on a person belongs to another club, or `NEVER`. */
function moveOf(bits: number, first: number, last: number): number {
  const share = ((bits >>> 8) & 0xff) / 0x100;
  if (share >= WITH_MOVE) return NEVER;
  return first + 1 + Math.floor(share / WITH_MOVE * (last - first));
}
