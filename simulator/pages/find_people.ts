import type { FederationData } from "./federation_data.ts";
import type { Person } from "../people/people.ts";

/** People looked at before other requests get their turn: some milliseconds. */
const SLICE = 20_000;

/** Matches names that begin with a text in which `%` stands for anything. Accents match nothing. */
function beginningWith(text: string): RegExp {
  const parts = text.toUpperCase().trim().split("%")
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}`);
}

/**
 * Finds people whose name begins with a text. Everybody is looked at: it takes as long as there are
 * people.
 *
 * @param options.text As typed; nothing is found for one without letters.
 * @param options.nameOf The name that is compared, as published.
 * @param options.atMost Most people to find.
 */
export async function findPeople(
  data: FederationData,
  { text, nameOf, atMost }: { text: string; nameOf: (person: Person) => string; atMost: number },
): Promise<Person[]> {
  if (text.replaceAll("%", "").trim() === "") return [];
  const pattern = beginningWith(text);
  const people: Person[] = [];
  for (let index = 0; index < data.people.length && people.length < atMost; index++) {
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => setTimeout(resolve, 0));
    const person = data.people.at(index);
    if (pattern.test(nameOf(person).toUpperCase())) people.push(person);
  }
  return people;
}
