import type { Day } from "../people/calendar_day.ts";
import type { FederationSize } from "../people/clubs.ts";
import { People } from "../people/people.ts";
import { memberLevel } from "../results/results.ts";
import type { Level } from "../results/levels.ts";

/** A club's place in the ranking of a season. */
export type Standing = { club: number; members: number };

/** A member of a roster with the level that earns the club points. */
export type Member = { index: number; level: Level | null };

/** What all pages are made from. */
export class FederationData {
  readonly size: FederationSize;
  readonly people: People;
  /** The last day on which something can have happened. */
  readonly today: Day;
  /** Rankings by season: two small numbers a club, kept because each needs all people once. */
  readonly #standings = new Map<number, readonly Standing[]>();

  constructor(size: FederationSize, today: Day) {
    this.size = size;
    this.people = new People(size);
    this.today = today;
  }

  hasSeason(season: number): boolean {
    return season >= this.size.firstSeason && season <= this.size.lastSeason;
  }

  /** Clubs of a season, the one with the most members first; empty for an unknown season. */
  standings(season: number): readonly Standing[] {
    if (!this.hasSeason(season)) return [];
    const cached = this.#standings.get(season);
    if (cached !== undefined) return cached;
    const { clubs, memberships } = this.people;
    const standings = Array.from(memberships.counts(season), (members, club) => ({ club, members }))
      .filter(({ club }) => season >= clubs.from(club) && season <= clubs.to(club))
      .sort((a, b) => b.members - a.members || a.club - b.club);
    this.#standings.set(season, standings);
    return standings;
  }

  /** Members of a club in a season, those that earn the most points first. */
  roster(club: number, season: number): Member[] {
    if (!this.hasSeason(season)) return [];
    return this.people.memberships.members(club, season)
      .map((index) => ({ index, level: memberLevel(this.people, index, season) }))
      .sort((a, b) => (b.level?.points ?? 0) - (a.level?.points ?? 0) || a.index - b.index);
  }
}
