import type { Chance } from "./chance.ts";

/**
 * Replaces numbers and dates of persons: each by the same one everywhere, of as many digits.
 *
 * Invented numbers begin with a zero, as neither ids nor licenses do: none is somebody else's by
 * accident.
 */
export class InventedNumbers {
  readonly #chance: Chance;
  readonly #clubs: ReadonlySet<string>;
  readonly #taken = new Set<string>();
  readonly #numbers = new Map<string, string>();

  /**
   * @param options.clubs Numbers of clubs: their departments stay.
   *
   * @param options.numbers Never given out.
   */
  constructor(
    chance: Chance,
    { clubs, numbers }: { clubs: ReadonlySet<string>; numbers: Iterable<string> },
  ) {
    this.#chance = chance;
    this.#clubs = clubs;
    for (const number of numbers) this.#taken.add(number);
  }

  /** @param digits Digits; of a club's number in Corsica also its letter. */
  number(digits: string): string {
    const before = this.#numbers.get(digits);
    if (before !== undefined) return before;
    const keptDigits = this.#clubs.has(digits) ? 3 : 0;
    for (let attempt = 0;; attempt++) {
      const random = [...digits.slice(keptDigits)].map((_, place) =>
        place === 0 && keptDigits === 0 ? "0" : this.#chance.draw(digits, 10, attempt * 100 + place)
      );
      const invented = digits.slice(0, keptDigits) + random.join("");
      // So few digits may all be taken: then any will do.
      if (this.#taken.has(invented) && attempt < 50) continue;
      this.#taken.add(invented);
      this.#numbers.set(digits, invented);
      return invented;
    }
  }

  /** A year one or two before or after. */
  year(year: string): string {
    return String(Number(year) + this.#shift(year));
  }

  /** Two digits of a year. */
  shortYear(digits: string): string {
    return String((Number(digits) + this.#shift(digits) + 100) % 100).padStart(2, "0");
  }

  /** Another day, which every month has, of another month. */
  day(day: string): string {
    return String(1 + (Number(day) + this.#chance.draw(`day ${Number(day)}`, 26)) % 28)
      .padStart(day.length, "0");
  }

  month(month: string): string {
    return String(1 + (Number(month) + this.#chance.draw(`month ${Number(month)}`, 11)) % 12)
      .padStart(month.length, "0");
  }

  #shift(year: string): number {
    return [-2, -1, 1, 2][this.#chance.draw(`year ${year.slice(-2)}`, 4)] ?? 1;
  }
}
