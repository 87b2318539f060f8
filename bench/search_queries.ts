import type { FederationSize } from "../simulator/people/clubs.ts";
import { people } from "../simulator/people/people.ts";

/** A word with a letter left out of its middle. */
function misspell(word: string): string {
  const middle = Math.floor(word.length / 2);
  return word.length < 5 ? word : word.slice(0, middle) + word.slice(middle + 1);
}

/**
 * What visitors type, told from the directory's people: of four, two type a whole name (one of them
 * given name first), one stops in the middle of a word, one leaves out a letter.
 */
export function searchQueries(size: FederationSize, count: number): string[] {
  const all = people(size);
  return Array.from({ length: count }, (_, at) => {
    const { surname, given } = all.at(Math.floor((at + 0.5) * all.length / count));
    switch (at % 4) {
      case 0:
        return `${surname} ${given}`;
      case 1:
        return `${given} ${surname.toLowerCase()}`;
      case 2:
        return `${surname} ${given}`.slice(0, surname.length + 2);
      default:
        return `${misspell(surname)} ${given}`;
    }
  });
}
