import type { FederationData } from "./federation_data.ts";
import { headerFacts } from "./athlete_header.ts";
import { findPeople } from "./find_people.ts";

/** Most people one search answers. */
const MOST_PEOPLE = 100;

/**
 * The answer of the federation's own search, by the beginning of names as published. Accents match
 * nothing.
 *
 * @param parameters `mode` 1 for surnames (`SURNAME Given` works), 2 for given names; `recherche`.
 * @returns The answer's JSON.
 */
export async function searchAnswer(
  data: FederationData,
  parameters: URLSearchParams,
): Promise<string> {
  const byGiven = parameters.get("mode") === "2";
  const people = await findPeople(data, {
    text: parameters.get("recherche") ?? "",
    nameOf: ({ given, name }) => byGiven ? given : name,
    atMost: MOST_PEOPLE,
  });
  return JSON.stringify(people.map((person) => {
    const { club } = headerFacts(data, person);
    return {
      actseq: person.ffaId,
      nom: person.name,
      sexe: person.sex,
      club: club === null ? "" : ` - ${club.name}${club.sections.length > 0 ? "*" : ""}`,
    };
  }));
}
