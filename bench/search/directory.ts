import type { FederationSize } from "../../simulator/people/clubs.ts";
import { type People, people } from "../../simulator/people/people.ts";
import type { Target } from "./kinds.ts";

/** Size of the directory in production when this was written. */
export const FULL_SIZE: FederationSize = {
  seed: 1,
  clubs: 3419,
  athletes: 940_868,
  firstSeason: 2005,
  lastSeason: 2026,
};

/** Of the invented people of a federation, what a directory holds and whom a search looks for. */
export class InventedDirectory {
  readonly people: People;
  readonly #clubNames: string[];

  constructor(size: FederationSize) {
    this.people = people(size);
    const { clubs } = this.people;
    this.#clubNames = Array.from({ length: clubs.length }, (_, index) => clubs.at(index).name);
  }

  target(index: number): Target {
    const { ffaId, surname, given, birthYear } = this.people.at(index);
    const club = this.people.memberships.of(index).at(-1)?.club;
    return { ffaId, surname, given, birthYear, club: this.#clubNames[club ?? -1] ?? null };
  }
}
