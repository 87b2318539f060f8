import type { ClubEntry } from "@mypacer/shared/federation/parsers/club_list.ts";
import type { RosterEntry } from "@mypacer/shared/federation/parsers/roster.ts";
import { withoutAccents } from "@mypacer/shared/federation/parsers/columns.ts";
import type { FederationUrls } from "@mypacer/shared/federation/urls.ts";
import { eventCodeOf } from "./event_codes.ts";
import { READERS } from "./reading/read_page.ts";
import { STEPS } from "./steps.ts";
import type { Visitor } from "./visitor.ts";

/** Which pages a check asks for: all kinds, or those without which no crawl begins. */
export type CheckForm = "full" | "short";

/** Most requests of a check, robots.txt not counted. */
export const LIMITS: Record<CheckForm, number> = { full: 15, short: 5 };

/** Pages that are always asked for; requests beyond are for second tries. */
const PLANNED: Record<CheckForm, number> = { full: 13, short: 5 };
/** Rows of one page of a list: a club of more members has a second page. */
const PAGE_ROWS = 250;
/** A number of no club: there is no such department. */
const NO_CLUB = "000000";
/** An id of nobody: longer than any that was ever seen, and still a number to the site. */
const NO_ATHLETE = "999999999";
/** Code of an event for an athlete of whose events none is known: that of 1 500m. */
const ANY_EVENT = "215";

export interface TourOptions {
  form: CheckForm;
  /** Addresses of the site; after a redirect to its other name, those there. */
  urls: () => FederationUrls;
  /** The season of the day. */
  season: number;
  /** The calendar year of the day. */
  year: number;
}

/** Asks for the pages of a check, one after the other; what to ask for comes from those before. */
export class Tour {
  readonly #visitor: Visitor;
  readonly #options: TourOptions;
  readonly #isFull: boolean;
  #season: number;
  #secondTries = 0;
  /** Labels of events in the athlete's records and results. */
  readonly #events: string[] = [];

  constructor(visitor: Visitor, options: TourOptions) {
    this.#visitor = visitor;
    this.#options = options;
    this.#isFull = options.form === "full";
    this.#season = options.season;
  }

  /** @throws What the visitor's signal was aborted with. */
  async take(): Promise<void> {
    const club = await this.#visitClubs();
    const athletes = await this.#visitRosters(club);
    const athlete = await this.#visitAthlete(athletes);
    if (this.#isFull) {
      await this.#visitResults(athlete);
      await this.#visitClubResults(club);
    }
    await this.#visitSearch(athlete);
    if (!this.#isFull) return;
    await this.#visitNobody();
    await this.#visitPeople(athlete);
  }

  get #urls(): FederationUrls {
    return this.#options.urls();
  }

  /** Whether a request can be spared for a second try. */
  #spare(): boolean {
    const done = this.#visitor.visits.length - this.#secondTries;
    if (this.#visitor.requestsLeft <= PLANNED[this.#options.form] - done) return false;
    this.#secondTries++;
    return true;
  }

  async #visitClubs(): Promise<ClubEntry | null> {
    const visitor = this.#visitor;
    const visit = (isLast: boolean) =>
      visitor.visit(STEPS.clubs, this.#urls.clubList(this.#season), READERS.clubs, {
        findFault: ({ clubs, season }) =>
          isLast && clubs.length === 0 ? "it lists no club" : this.#findOtherSeason(season),
      });
    let list = await visit(false);
    if (list?.clubs.length === 0 && (!this.#isFull || this.#spare())) {
      // In the first days of a season nobody has a club yet; the short form then does without the
      // search.
      this.#season--;
      list = await visit(true);
    }
    return list === null ? null : chooseClub(list.clubs, this.#isFull);
  }

  async #visitRosters(club: ClubEntry | null): Promise<readonly RosterEntry[]> {
    const visitor = this.#visitor;
    const steps = this.#isFull ? [STEPS.roster, STEPS.roster2] : [STEPS.roster];
    if (club === null) return this.#skip(steps, "no club to ask for");
    const address = (page: number) => this.#urls.roster(club.number, this.#season, page);
    const roster = await visitor.visit(STEPS.roster, address(1), READERS.roster, {
      findFault: ({ athletes, season, clubNumber }) =>
        athletes.length === 0 && (club.athletes ?? 0) > 0
          ? `it lists nobody, the club list counts ${club.athletes}`
          : clubNumber !== null && clubNumber !== club.number
          ? "it is another club's"
          : this.#findOtherSeason(season),
    });
    if (!this.#isFull) return roster?.athletes ?? [];
    if (roster === null || roster.pages < 2) {
      visitor.skip(STEPS.roster2, roster === null ? "no first page" : "the roster has one page");
      return roster?.athletes ?? [];
    }
    const first = new Set(roster.athletes.map(({ ffaId }) => ffaId));
    await visitor.visit(STEPS.roster2, address(2), READERS.roster, {
      findFault: ({ page, athletes }) =>
        page !== 2
          ? `it says it is page ${page}`
          : athletes.every(({ ffaId }) => first.has(ffaId))
          ? "it lists nobody but those of the first page"
          : null,
    });
    return roster.athletes;
  }

  async #visitAthlete(athletes: readonly RosterEntry[]): Promise<RosterEntry | null> {
    const visitor = this.#visitor;
    const [first, other] = chooseAthletes(athletes);
    if (first === undefined) {
      this.#skip([STEPS.profile, STEPS.records], "no athlete to ask for");
      return null;
    }
    const visitProfile = (of: RosterEntry, hasSecondTry: boolean) =>
      visitor.visit(STEPS.profile, this.#urls.athlete(of.ffaId), READERS.profile, {
        findFault: ({ header }) => findOther(header, of),
        hasSecondTry,
      });
    let athlete = first;
    // One athlete in about 800 has a page without a name, or none: that is no change of the site.
    await visitProfile(first, other !== undefined);
    const { verdict, note } = visitor.visits.at(-1) ?? {};
    if (verdict === "new" && note !== null && other !== undefined) {
      this.#secondTries++;
      athlete = other;
      await visitProfile(other, false);
    }
    const visitRecords = (of: RosterEntry, isSecond: boolean) =>
      visitor.visit(STEPS.records, this.#urls.records(of.ffaId), READERS.records, {
        findFault: ({ header }) => findOther(header, of),
        // Some have none; the second in a row is odd.
        findOddity: ({ hasRecordsTable }) =>
          hasRecordsTable || !isSecond ? null : "no table of records, on two athletes' pages",
      });
    const records = await visitRecords(athlete, false);
    this.#events.push(...(records?.records ?? []).map(({ event }) => event));
    const isOther = other !== undefined && other !== athlete;
    if (records?.records.length === 0 && isOther && this.#spare()) await visitRecords(other, true);
    return athlete;
  }

  async #visitResults(athlete: RosterEntry | null): Promise<void> {
    const visitor = this.#visitor;
    if (athlete === null) {
      return void this.#skip([STEPS.results, STEPS.eventResults], "no athlete to ask for");
    }
    const { ffaId } = athlete;
    const visitYear = (year: number) =>
      visitor.visit(STEPS.results, this.#urls.results(ffaId, year), READERS.results);
    const { year } = this.#options;
    let results = await visitYear(year);
    if (results?.results.length === 0 && this.#spare()) results = await visitYear(year - 1);
    this.#events.push(...(results?.results ?? []).map(({ event }) => event));
    const event = this.#events.find((label) => eventCodeOf(label) !== null);
    const code = event === undefined ? ANY_EVENT : eventCodeOf(event) ?? ANY_EVENT;
    await visitor.visit(
      STEPS.eventResults,
      this.#urls.eventResults(ffaId, code),
      READERS.results,
      {
        findOddity: ({ results }) =>
          results.length === 0 && event !== undefined
            ? `it holds no result in ${event}, the athlete has some`
            : null,
      },
    );
  }

  async #visitClubResults(club: ClubEntry | null): Promise<void> {
    const visitor = this.#visitor;
    if (club === null) {
      return void this.#skip([STEPS.clubResults, STEPS.clubResults2], "no club to ask for");
    }
    const address = (page: number) => this.#urls.clubResults(club.number, this.#season, page);
    const results = await visitor.visit(STEPS.clubResults, address(1), READERS.clubResults, {
      findFault: ({ season }) => this.#findOtherSeason(season),
    });
    if (results === null || results.pages < 2) {
      const reason = results === null ? "no first page" : "the list has one page";
      return void visitor.skip(STEPS.clubResults2, reason);
    }
    await visitor.visit(STEPS.clubResults2, address(2), READERS.clubResults, {
      findFault: ({ page }) => page === 2 ? null : `it says it is page ${page}`,
    });
  }

  async #visitSearch(athlete: RosterEntry | null): Promise<void> {
    const visitor = this.#visitor;
    const steps = this.#isFull ? [STEPS.surname, STEPS.given] : [STEPS.surname];
    if (athlete === null) return void this.#skip(steps, "no name to ask for");
    const name = bareName(athlete.name);
    await visitor.visit(STEPS.surname, this.#urls.search(name), READERS.search, {
      findOddity: ({ athletes }) =>
        athletes.some(({ ffaId }) => ffaId === athlete.ffaId)
          ? null
          : "it does not find the athlete whose name it was asked for",
    });
    if (!this.#isFull) return;
    const givenName = name.split(" ").findLast((word) => word !== word.toUpperCase());
    if (givenName === undefined) {
      return void visitor.skip(STEPS.given, "no given name to ask for");
    }
    await visitor.visit(STEPS.given, this.#urls.search(givenName, "given"), READERS.search, {
      findOddity: ({ athletes }) =>
        athletes.length === 0 ? "it finds nobody of a given name that exists" : null,
    });
  }

  async #visitNobody(): Promise<void> {
    const visitor = this.#visitor;
    await visitor.visit(STEPS.nobody, this.#urls.records(NO_ATHLETE), READERS.records, {
      mayBeMissing: true,
      findFault: ({ header }) => header === null ? null : "it names somebody",
    });
    await visitor.visit(
      STEPS.emptyRoster,
      this.#urls.roster(NO_CLUB, this.#season),
      READERS.roster,
      {
        mayBeMissing: true,
        findFault: ({ athletes }) => athletes.length === 0 ? null : "it lists somebody",
      },
    );
  }

  #findOtherSeason(season: number | null): string | null {
    return season === null || season === this.#season ? null : `it shows season ${season}`;
  }

  /**
   * People by the beginning of their surname: where the site shows a visitor more than its search
   * does.
   */
  async #visitPeople(athlete: RosterEntry | null): Promise<void> {
    if (athlete === null || this.#visitor.requestsLeft === 0) return;
    const address = this.#urls.people(bareName(athlete.name));
    await this.#visitor.visit(STEPS.people, address, READERS.clubResults);
  }

  #skip(steps: readonly (typeof STEPS)[keyof typeof STEPS][], reason: string): [] {
    for (const step of steps) this.#visitor.skip(step, reason);
    return [];
  }
}

/**
 * A club: for its second page one of more than 250 athletes, of those the smallest; else any of
 * some members.
 */
function chooseClub(clubs: readonly ClubEntry[], hasPages: boolean): ClubEntry | null {
  const bySize = clubs.toSorted((a, b) => (a.athletes ?? 0) - (b.athletes ?? 0));
  const large = bySize.find(({ athletes }) => (athletes ?? 0) > PAGE_ROWS);
  const some = bySize.find(({ athletes }) => (athletes ?? 0) > PAGE_ROWS / 10);
  return (hasPages ? large : some) ?? bySize.at(-1) ?? null;
}

/** Two athletes whose names are nothing but letters: those with a level have results. */
function chooseAthletes(athletes: readonly RosterEntry[]): RosterEntry[] {
  const plain = athletes.filter(({ name }) => /^\p{Lu}[\p{L}'’ -]+$/u.test(bareName(name)));
  const active = plain.filter(({ level, licenseNumber }) =>
    level !== null && licenseNumber !== null
  );
  return [...new Set([...active, ...plain, ...athletes])].slice(0, 2);
}

/** A name without the country behind it. */
function bareName(name: string): string {
  return name.replace(/ \([A-Z]{3}\)$/, "");
}

/** Says that a page is about somebody else than the roster's link says, or about nobody. */
function findOther(header: { name: string } | null, { name }: RosterEntry): string | null {
  if (header === null) return "it names nobody, and the roster links to it";
  const words = (text: string) =>
    withoutAccents(bareName(text)).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "").sort()
      .join(" ");
  return words(header.name) === words(name) ? null : "it names another athlete than the roster";
}
