import { assert, assertEquals, assertThrows } from "@std/assert";
import { startBuiltSite } from "../../web/testing/built_site.ts";
import { askPage } from "./ask_page.ts";
import { startRealApi } from "./real_api.ts";
import { assertHuman, timesInTables, timesOfExamples } from "./shown_times.ts";

Deno.test("timesInTables() and timesOfExamples() find the predicted times of each page that shows some", async () => {
  await using api = await startRealApi();
  await using site = await startBuiltSite(api.url);
  const read = async (address: string) => (await askPage(site, { address, posted: null })).html;
  for (const address of ["/predictions?r=10000@45:00", "/en/predictor?r=10000@45:00"]) {
    const times = timesInTables(await read(address));
    const halves = times.filter(({ distance }) => /^(Semi|Half)/.test(distance));
    // MyPacer, Riegel, Daniels–Gilbert and Cameron at least, each with its two ends.
    assert(halves.length >= 12, JSON.stringify(halves));
  }
  // Of the records of the tests, those of this athlete fit a curve.
  assert(timesInTables(await read("/athlete/1002")).length >= 12);
  const examples = timesOfExamples(await read("/modeles?r=5000@21:00,10000@43:40"));
  assert(examples.some(({ distance }) => distance === "Marathon"), JSON.stringify(examples));
});

Deno.test("assertHuman() takes what a human can run, in either notation, and nothing else", () => {
  assertHuman({ distance: "Marathon", time: `2h00'35"` });
  assertHuman({ distance: "10 km", time: "1:05:00" });
  assertThrows(() => assertHuman({ distance: "Marathon", time: `1h50'00"` }));
  assertThrows(() => assertHuman({ distance: "Half", time: "58:20:00" }));
  assertEquals(timesInTables("<p>no table</p>"), []);
});
