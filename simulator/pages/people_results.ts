import { seasonAt } from "../people/calendar_day.ts";
import type { FederationData } from "./federation_data.ts";
import { seasonResults } from "../results/results.ts";
import { RESULTS_LIST, rowOf } from "./club_results.ts";
import { findPeople } from "./find_people.ts";
import { positionIn, renderList, slicePage } from "./list_page.ts";
import { escapeText } from "./markup.ts";
import type { PageStyle } from "./style.ts";

/** Most people whose results one list holds. */
const MOST_PEOPLE = 200;

/**
 * The results of a season of people by the beginning of their surname (`frmnom`) and of their given
 * name (`frmprenom`), latest first; of the season that runs unless another is asked for.
 */
export async function peopleResultsPage(
  data: FederationData,
  url: URL,
  style: PageStyle,
): Promise<string> {
  const surname = url.searchParams.get("frmnom") ?? "";
  const givenName = (url.searchParams.get("frmprenom") ?? "").toUpperCase();
  const people = await findPeople(data, {
    text: surname,
    nameOf: (person) => person.given.toUpperCase().startsWith(givenName) ? person.surname : "",
    atMost: MOST_PEOPLE,
  });
  const season = Number(url.searchParams.get("frmsaison")) || seasonAt(data.today);
  const results = people
    .flatMap(({ index }) => seasonResults(data.people, index, { season, today: data.today }))
    .sort((a, b) => b.day - a.day || a.person - b.person);
  const position = positionIn(url.searchParams);
  return renderList({
    ...RESULTS_LIST,
    criteria: `Année : ${season}, Nom : ${escapeText(surname.toUpperCase())}`,
    group: "",
    rows: slicePage(results, position).map((result) => rowOf(data, result)),
    total: results.length,
    position,
    url,
  }, style);
}
