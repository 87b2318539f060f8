import { assert, assertEquals } from "@std/assert";
import { readTestPage } from "@mypacer/shared/federation/testdata/read_test_page.ts";
import { type PageReader, READERS } from "../reading/read_page.ts";
import { PageReplacer } from "./page_replacer.ts";

/**
 * Fields of entries that tell of nobody: they must be read of a replaced page as of the page
 * itself.
 */
const KEPT =
  "discipline distance isRunning unit mark text handTimed wind chipTime date category sex nationality league department level points athletes place placeText round season updated licenseType hasSections"
    .split(" ");

function keptFields(entry: object): unknown[] {
  return KEPT.map((field) => {
    const value = (entry as Record<string, unknown>)[field];
    // The place of a record is a town, that of a result a number.
    // One mark of the pages is a name, as where columns have moved.
    if (field === "text" && value === undefined) return value;
    if (field === "text" && !/\d|^[A-Z]{2,3}$/.test(String(value))) return "words";
    return field === "place" && typeof value === "string" ? "a town" : value;
  });
}

function compare<P, E extends object>(file: string, reader: PageReader<P, E>) {
  Deno.test(`PageReplacer leaves ${file} to be read as before`, async () => {
    const before = await readTestPage(file);
    const after = new PageReplacer([before]).replace(before);
    const [read, readAgain] = [before, after].map((body) => reader.parse(body));
    assert(read !== undefined && readAgain !== undefined);
    assertEquals(
      reader.entriesOf(readAgain).map(keptFields),
      reader.entriesOf(read).map(keptFields),
    );
    assertEquals(reader.problemsOf(readAgain).length, reader.problemsOf(read).length);
  });
}

compare("club_list.html", READERS.clubs);
compare("roster.html", READERS.roster);
compare("records.html", READERS.records);
compare("records_2026.html", READERS.records);
compare("records_2026.html", READERS.profile);
compare("results.html", READERS.results);
compare("results_fragment.html", READERS.results);
compare("club_results.html", READERS.clubResults);
