import { draw, drawNormal, drawOne, drawWhole, hash } from "../chance/draw.ts";
import { DEPARTMENTS, drawTown } from "./places.ts";

/** What a federation is made from. Everything in it follows from these. */
export type FederationSize = {
  /** Any whole number; another seed is another federation. */
  seed: number;
  clubs: number;
  athletes: number;
  firstSeason: number;
  lastSeason: number;
};

/** A club of the simulated federation. */
export type Club = {
  index: number;
  /** Six characters, the department first: digits, but for the letter of Corsica (`02A135`). */
  number: string;
  /** In title case, without star. */
  name: string;
  league: string;
  department: string;
  /** First and last season in which the club exists. */
  from: number;
  to: number;
  /** Names of its local sections; most clubs have none. */
  sections: readonly string[];
};

/** Mean number of seasons a person stays. */
export const MEAN_SEASONS = 5;
/** Members a season of the largest club, and the share of all people it takes at most. */
const LARGEST_ROSTER = 760;
const LARGEST_SHARE = 0.09;
/** Spread of club sizes: deviation of the logarithm. */
const SIZE_SPREAD = 0.9;
/** Shares of clubs that were founded after the first season, or ended before the last. */
const FOUNDED_LATER = 0.12;
const ENDED_EARLIER = 0.08;
const WITH_SECTIONS = 0.2;
/** Places from a club to those its members may move to: neighbours, mostly of one department. */
const NEIGHBOURS = [1, 2, -1] as const;
/** Serial numbers of one department count down from here. */
const LAST_SERIAL = 999;
/** Most clubs that the serial numbers of the departments can hold. */
export const MAX_CLUBS = 20_000;

/** Keeps what is drawn about clubs apart from what is drawn about people. */
const SALT = 0x0c1b;
/** What draws are for: another number for each keeps them apart. */
const PURPOSE = {
  name: 1,
  lifeSpan: 2,
  size: 3,
  sections: 4,
  firstOrLastSeason: 5,
} as const;

const FORMS = [
  "Ac {}",
  "As {}",
  "Us {} Athletisme",
  "Ca {}",
  "Es {}",
  "Entente {} Athle",
  "Stade {}",
  "Athletic Club de {}",
  "Coureurs de {}",
  "{} Running",
  "{} Athle {d}",
  "Jogging Club {}",
];

/**
 * The clubs of a federation, and who is at home in each: people are numbered so that those at home
 * in one club follow one another. One number a club is all that is held.
 */
export class Clubs {
  readonly length: number;
  readonly #size: FederationSize;
  /** First person of each club, and behind the last club the number of people. */
  readonly #starts: Int32Array;
  /** First club of each department, and behind the last department the number of clubs. */
  readonly #departments: Int32Array;
  /** First and last season of each club: asked for with every membership. */
  readonly #from: Int16Array;
  readonly #to: Int16Array;

  constructor(size: FederationSize) {
    this.length = size.clubs;
    this.#size = size;
    this.#starts = startsOf(size);
    this.#departments = departmentStarts(size.clubs);
    this.#from = Int16Array.from({ length: size.clubs }, (_, index) => this.#founded(index));
    this.#to = Int16Array.from({ length: size.clubs }, (_, index) => this.#ended(index));
  }

  /** @throws {RangeError} If there is no such club. */
  at(index: number): Club {
    if (!(index >= 0 && index < this.length)) throw new RangeError(`Cannot find club ${index}`);
    const key = this.#key(index);
    const rank = this.#departmentOf(index);
    const { code = "", league = "" } = DEPARTMENTS[rank] ?? {};
    const serial = LAST_SERIAL - (index - (this.#departments[rank] ?? 0));
    const name = drawOne(key, PURPOSE.name, FORMS).replace("{}", drawTown(key)).replace(
      "{d}",
      code,
    );
    const sections = draw(key, PURPOSE.sections) < WITH_SECTIONS
      ? drawWhole(key, PURPOSE.sections + 1, [1, 3])
      : 0;
    return {
      index,
      number: code + String(serial),
      name,
      league,
      department: code,
      from: this.from(index),
      to: this.to(index),
      sections: Array.from(
        { length: sections },
        (_, at) => `${name.split(" ")[0]} ${drawTown(hash(key, at))}`,
      ),
    };
  }

  /** The club with a number of six characters, or null. */
  find(number: string): Club | null {
    const rank = DEPARTMENTS.findIndex(({ code }) => code === number.slice(0, 3));
    if (rank === -1 || !/^\d{3}$/.test(number.slice(3))) return null;
    const index = (this.#departments[rank] ?? 0) + LAST_SERIAL - Number(number.slice(3));
    const next = this.#departments[rank + 1] ?? this.length;
    return index < next ? this.at(index) : null;
  }

  /** First season in which a club exists. */
  from(index: number): number {
    return this.#from[index] ?? 0;
  }

  /** Last season in which a club exists. */
  to(index: number): number {
    return this.#to[index] ?? 0;
  }

  /** First person at home in a club. */
  start(index: number): number {
    return this.#starts[index] ?? 0;
  }

  /** Behind the last person at home in a club. */
  end(index: number): number {
    return this.#starts[index + 1] ?? 0;
  }

  /** The club in which a person is at home. */
  homeOf(person: number): number {
    let low = 0;
    let high = this.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.start(middle) <= person) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The club to which members of a club move, by one of three ways; maybe the club itself. */
  neighbour(index: number, way: number): number {
    return this.#wrap(index + (NEIGHBOURS[way % 3] ?? 0));
  }

  /** The clubs from which members may have moved to a club, itself first, each once. */
  sources(index: number): number[] {
    return [...new Set([index, ...NEIGHBOURS.map((step) => this.#wrap(index - step))])];
  }

  /** Whether a club never has a member: the last one, to show what an empty roster looks like. */
  isEmpty(index: number): boolean {
    return index > 0 && index === this.length - 1;
  }

  #wrap(index: number): number {
    return (index + this.length) % this.length;
  }

  #key(index: number): number {
    return hash(this.#size.seed ^ SALT, index);
  }

  #founded(index: number): number {
    const { firstSeason, lastSeason } = this.#size;
    if (this.#lifeShare(index) >= FOUNDED_LATER) return firstSeason;
    return firstSeason +
      drawWhole(this.#key(index), PURPOSE.firstOrLastSeason, [1, lastSeason - firstSeason]);
  }

  #ended(index: number): number {
    const { firstSeason, lastSeason } = this.#size;
    const share = this.#lifeShare(index);
    if (share < FOUNDED_LATER || share >= FOUNDED_LATER + ENDED_EARLIER) return lastSeason;
    return lastSeason -
      drawWhole(this.#key(index), PURPOSE.firstOrLastSeason, [1, lastSeason - firstSeason]);
  }

  /** The first club and the empty one exist in every season, and all do when there is only one. */
  #lifeShare(index: number): number {
    const { firstSeason, lastSeason } = this.#size;
    if (index === 0 || this.isEmpty(index) || firstSeason === lastSeason) return 1;
    return draw(this.#key(index), PURPOSE.lifeSpan);
  }

  #departmentOf(index: number): number {
    let rank = 0;
    while ((this.#departments[rank + 1] ?? Infinity) <= index) rank++;
    return rank;
  }
}

/** Shares the people out among the clubs: the first is large, the last empty, the others vary. */
function startsOf({ seed, clubs, athletes, firstSeason, lastSeason }: FederationSize): Int32Array {
  const starts = new Int32Array(clubs + 1);
  const seasons = lastSeason - firstSeason + 1;
  const presence = MEAN_SEASONS / (seasons + MEAN_SEASONS - 1);
  const others = Math.max(0, clubs - 2);
  const largest = others === 0
    ? athletes
    : Math.min(Math.ceil(athletes * LARGEST_SHARE), Math.ceil(LARGEST_ROSTER / presence));
  const weights = Array.from(
    { length: others },
    (_, at) => Math.exp(SIZE_SPREAD * drawNormal(hash(seed ^ SALT, at + 1), PURPOSE.size)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let weight = 0;
  for (let club = 1; club <= clubs; club++) {
    // Rounding the running sum, not each share, makes the shares add up to all people.
    starts[club] = largest + Math.round((athletes - largest) * (total === 0 ? 0 : weight / total));
    weight += weights[club - 1] ?? 0;
  }
  return starts;
}

/** Shares the clubs out among the departments, more to those named first, at least one to `075`. */
function departmentStarts(clubs: number): Int32Array {
  const weights = DEPARTMENTS.map((_, rank) => 1 / (rank + 20));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const starts = new Int32Array(DEPARTMENTS.length);
  let weight = 0;
  DEPARTMENTS.forEach((_, rank) => {
    starts[rank] = rank === 0 ? 0 : Math.max(1, Math.round(clubs * weight / total));
    weight += weights[rank] ?? 0;
  });
  return starts;
}
