import { Clubs, type FederationSize } from "./clubs.ts";
import { draw, drawWhole, hash } from "../chance/draw.ts";
import { KNOWN_PERSON, Memberships } from "./memberships.ts";
import { drawForeigner } from "../names/foreign_names.ts";
import { drawGivenName, type Sex } from "../names/given_names.ts";
import { hasOddName, listName, makeOddName } from "../names/odd_names.ts";
import { drawSurname } from "../names/surnames.ts";
import { idOf, licenseOf, personOf } from "./identifiers.ts";
import { drawTown } from "./places.ts";

export type { Sex };

/** An invented person, as the federation knows them. */
export type Person = {
  /** Place among all people, from 0. */
  index: number;
  ffaId: string;
  /** In capitals, without accents; but for odd names. */
  surname: string;
  /** Empty for very few. */
  given: string;
  /** As lists write it: `SURNAME Given`, some foreigners with ` (XXX)` behind. */
  name: string;
  /** Whether the name is unlike others: damaged, incomplete, with signs or digits in it. */
  hasOddName: boolean;
  /** What stands behind the surname at the top of the person's page: ` (T54)`; empty for most. */
  headingSuffix: string;
  sex: Sex;
  birthYear: number;
  /** Full date and place of birth, published for a few. */
  birth: { day: number; month: number; town: string } | null;
  /** False for the few whose page says nothing of their birth. */
  publishesBirth: boolean;
  /** Three-letter federation code. */
  nationality: string;
  /** Null for the few without. */
  licenseNumber: string | null;
  licenseType: string;
};

/** Share of women and girls. */
const WOMEN = 0.46;
/** Shares of foreigners with ` (XXX)` behind the name, and of those without. */
const MARKED_FOREIGNERS = 0.03;
const OTHER_FOREIGNERS = 0.02;
/** Share of people with a public biography. */
const WITH_BIRTH_DATE = 0.01;
/** Share of people whose page says nothing of their birth. */
const WITHOUT_BIRTH = 0.004;
/** Oldest person in any season. */
const OLDEST = 88;
/** Ages at which people join, with the share up to each. */
const JOINING: readonly [share: number, ages: [number, number]][] = [
  [0.04, [4, 6]],
  [0.48, [7, 15]],
  [0.68, [16, 22]],
  [0.91, [23, 44]],
  [1, [45, 68]],
];
const LICENSE_TYPES = ["COMP", "COMP", "COMP", "COMP", "RUN", "LOISIR SANTE", "DECOUV", "ENCAD"];

/** Keeps what is drawn about people apart from what is drawn about clubs. */
const SALT = 0x9e0b;
/** What draws are for: another number for each keeps them apart. */
const PURPOSE = {
  sex: 1,
  ageGroup: 2,
  age: 3,
  origin: 4,
  biography: 5,
  birthday: 6,
  licenseType: 7,
  otherGivenName: 8,
} as const;

/** The one person that every federation holds, whatever its seed: see the README's first search. */
const KNOWN = { surname: "LEFEVRE", given: "Jean-Baptiste", sex: "M", birthYear: 1989 } as const;

/**
 * The people of a simulated federation. Each is made when asked for, from the seed and their place,
 * and none is kept.
 */
export class People implements Iterable<Person> {
  readonly length: number;
  readonly clubs: Clubs;
  readonly memberships: Memberships;
  readonly #size: FederationSize;

  constructor(size: FederationSize) {
    this.length = size.athletes;
    this.clubs = new Clubs(size);
    this.memberships = new Memberships(size, this.clubs);
    this.#size = size;
  }

  /** The key from which everything about a person is drawn; it follows from seed and place. */
  key(index: number): number {
    return hash(this.#size.seed ^ SALT, index);
  }

  /** @throws {RangeError} If there is no such person. */
  at(index: number): Person {
    if (!(index >= 0 && index < this.length)) throw new RangeError(`Cannot find person ${index}`);
    const key = this.key(index);
    const sex = this.sex(index);
    const birthYear = this.birthYear(index);
    const origin = draw(key, PURPOSE.origin);
    const isForeign = index !== KNOWN_PERSON && origin < MARKED_FOREIGNERS + OTHER_FOREIGNERS;
    const { nationality, ...name } = index === KNOWN_PERSON
      ? { surname: KNOWN.surname, given: KNOWN.given, nationality: "FRA" }
      : isForeign
      ? drawForeigner(key, sex)
      : {
        surname: drawSurname(key, birthYear),
        given: drawGivenName(key, { sex, birthYear }),
        nationality: "FRA",
      };
    const showsCountry = isForeign && origin < MARKED_FOREIGNERS;
    const usualName = { ...name, suffix: showsCountry ? ` (${nationality})` : "" };
    const isOdd = index !== KNOWN_PERSON && hasOddName(key);
    const otherGivenName = () =>
      drawGivenName(hash(key, PURPOSE.otherGivenName), { sex, birthYear });
    const publishedName = isOdd
      ? makeOddName(usualName, { key, another: otherGivenName() })
      : usualName;
    return {
      index,
      ffaId: idOf(index, this.#size.seed),
      surname: publishedName.surname,
      given: publishedName.given,
      name: listName(publishedName),
      hasOddName: isOdd,
      headingSuffix: isOdd ? publishedName.suffix : "",
      sex,
      birthYear,
      birth: draw(key, PURPOSE.biography) < WITH_BIRTH_DATE
        ? {
          day: drawWhole(key, PURPOSE.birthday, [1, 28]),
          month: drawWhole(key, PURPOSE.birthday + 20, [1, 12]),
          town: drawTown(key),
        }
        : null,
      publishesBirth: index === KNOWN_PERSON || draw(key, PURPOSE.biography) < 1 - WITHOUT_BIRTH,
      nationality,
      licenseNumber: licenseOf(index, key),
      licenseType: LICENSE_TYPES[hash(key, PURPOSE.licenseType) % LICENSE_TYPES.length] ?? "COMP",
    };
  }

  /** The person with a federation id, or null. */
  find(ffaId: string): Person | null {
    const index = personOf(ffaId, this.#size.seed);
    return index === null || index >= this.length ? null : this.at(index);
  }

  sex(index: number): Sex {
    if (index === KNOWN_PERSON) return KNOWN.sex;
    return draw(this.key(index), PURPOSE.sex) < WOMEN ? "F" : "M";
  }

  /** Year of birth, by the age at joining. */
  birthYear(index: number): number {
    if (index === KNOWN_PERSON) return KNOWN.birthYear;
    const key = this.key(index);
    const group = draw(key, PURPOSE.ageGroup);
    const ages = JOINING.find(([share]) => group < share)?.[1] ?? [23, 44];
    const { joined, last } = this.memberships.stay(index, this.clubs.homeOf(index));
    return Math.max(joined - drawWhole(key, PURPOSE.age, ages), last - OLDEST);
  }

  /** All people in order, made one at a time. */
  *[Symbol.iterator](): Generator<Person> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }
}

/**
 * The people of a federation of a given size, to walk through or to ask for one by one.
 *
 * @example
 * ```ts
 * import { people } from "./people.ts";
 * const size = { seed: 1, clubs: 60, athletes: 6000, firstSeason: 2025, lastSeason: 2027 };
 * people(size).at(0).name; // "LEFEVRE Jean-Baptiste"
 * ```
 */
export function people(size: FederationSize): People {
  return new People(size);
}
