import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import type { Random } from "@mypacer/shared/testing/random.ts";
import type { Target } from "./kinds.ts";
import { keysBeside } from "./misspellings.ts";

/** Letters from which on a search box asks. */
const FIRST_ASKED = 3;
/** Share of names in which a wrong key is hit, seen and deleted. */
const WITH_SLIP = 0.35;
/** Most letters typed behind a wrong one before it is seen. */
const MOST_UNSEEN = 2;
/** Share of names that are typed to their end; others are chosen from the list before. */
const TYPED_WHOLE = 0.4;

/** A name as it is typed: surname or given name first, the second part often cut off. */
function typedName({ surname, given }: Target, random: Random): string {
  const parts = [normalizeName(surname), normalizeName(given)];
  const [first = "", second = ""] = random.next() < 0.5 ? parts : parts.toReversed();
  const shown = random.next() < TYPED_WHOLE ? second.length : random.below(second.length + 1);
  return `${first} ${second.slice(0, shown)}`.trim();
}

/**
 * What stands in a search box after each key: a name letter by letter from the third on; where a
 * wrong key was hit, the letters behind it and each deletion as well.
 */
export function typeLetters(target: Target, random: Random): string[] {
  const name = typedName(target, random);
  const states: string[] = [];
  const slipAt = random.next() < WITH_SLIP ? FIRST_ASKED + random.below(name.length) : -1;
  for (let length = 1; length <= name.length; length++) {
    const text = name.slice(0, length);
    if (length - 1 === slipAt) {
      const wrong = text.slice(0, -1) + random.pick(keysBeside(text.at(-1) ?? ""));
      const unseen = random.below(MOST_UNSEEN + 1);
      for (let more = 0; more <= unseen; more++) {
        states.push(wrong + name.slice(length, length + more));
      }
      for (let more = unseen - 1; more >= 0; more--) {
        states.push(wrong + name.slice(length, length + more));
      }
      states.push(text.slice(0, -1));
    }
    states.push(text);
  }
  // A space at the end changes nothing of what is asked.
  const asked = states.map((state) => state.trim()).filter((state) => state.length >= FIRST_ASKED);
  return asked.filter((state, at) => state !== asked[at - 1]);
}

/** The first three letters of names: what every search box asks first. */
export function firstLetters(target: Target, random: Random): string | null {
  const letters = normalizeName(random.next() < 0.5 ? target.surname : target.given)
    .split(" ").join("").slice(0, FIRST_ASKED);
  return letters.length === FIRST_ASKED && /^[a-z]+$/.test(letters) ? letters : null;
}

/** What search boxes send while people are looked for, until so much was asked. */
export function typingStream(
  targetAt: (index: number) => Target,
  { people, count, random }: { people: number; count: number; random: Random },
): { letters: string[]; threeLetters: string[] } {
  const letters: string[] = [];
  const threeLetters: string[] = [];
  while (letters.length < count) {
    const target = targetAt(random.below(people));
    letters.push(...typeLetters(target, random));
    const three = firstLetters(target, random);
    if (three !== null) threeLetters.push(three);
  }
  return { letters, threeLetters };
}
