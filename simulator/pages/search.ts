import type { FederationData } from "../federation_data.ts";
import type { Person } from "../people.ts";
import { headerFacts } from "./athlete_header.ts";

/** Most people one search answers. */
const MOST = 100;
/** People looked at before other requests get their turn. */
const SLICE = 20_000;

/** Capitals without accents, as the names are. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mark}/gu, "").toUpperCase().trim();
}

/** Matches names that begin with a text in which `%` stands for anything. */
function beginningWith(text: string): RegExp {
  const parts = plain(text).split("%")
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}`);
}

/**
 * The federation's own search: everybody is looked at, as slowly as there are people.
 *
 * @param parameters `mode` 1 for surnames (`SURNAME Given` works), 2 for given names; `recherche`.
 * @returns The answer's JSON.
 */
export async function searchAnswer(
  data: FederationData,
  parameters: URLSearchParams,
): Promise<string> {
  const text = plain(parameters.get("recherche") ?? "");
  if (text.replaceAll("%", "") === "") return "[]";
  const pattern = beginningWith(text);
  const byGiven = parameters.get("mode") === "2";
  const found: Person[] = [];
  for (let index = 0; index < data.people.length && found.length < MOST; index++) {
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => setTimeout(resolve, 0));
    const person = data.people.at(index);
    const name = byGiven ? person.given : `${person.surname} ${person.given}`;
    if (pattern.test(name.toUpperCase())) found.push(person);
  }
  return JSON.stringify(found.map((person) => {
    const { club } = headerFacts(data, person);
    return {
      actseq: person.ffaId,
      nom: person.name,
      sexe: person.sex,
      club: club === null ? "" : ` - ${club.name}${club.sections.length > 0 ? "*" : ""}`,
    };
  }));
}
