import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { findAll, findFirst, parseHtml, text } from "@mypacer/shared/federation/html.ts";
import { PUBLIC_RECORDS } from "@mypacer/shared/domain/results/public_records.ts";
import { RECORD_LISTS } from "@mypacer/shared/domain/results/public_record.ts";
import { MAX_ROWS } from "../../kit/forms/limits.ts";
import { withRecordList } from "../../kit/table_state/with_records.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import { tableOf } from "../../kit/table_state/table_cells.ts";
import { DEFAULT_STATE } from "../../kit/table_state/table_state.ts";

import { useSampleSite } from "../../testing/sample_site.ts";

/** A page as it is without scripts. */
const readPage = async (address: string) => parseHtml(await (await fetch(address)).text());

const running = useSampleSite();

Deno.test("records of the world are laid over the table by a link, with holder, place and day", async () => {
  const first = await readPage(`${running.site.url}/`);
  const links = findAll(first, ".record-lists a");
  assertEquals(links.map(text), [
    "Record du monde, hommes",
    "Record du monde, femmes",
    "Record de France, hommes",
    "Record de France, femmes",
  ]);
  const page = await readPage(new URL(links[0]?.attribs.href ?? "", running.site.url).href);
  const tips = findAll(page, "td.marked .tip").map(text);
  // All but 60 m, which has no column.
  assertEquals(tips.length, PUBLIC_RECORDS["world-m"].length - 1);
  const marathon = tips.find((tip) => tip.includes("Sabastian Sawe"));
  assertStringIncludes(marathon ?? "", "Record du monde, hommes");
  assertStringIncludes(marathon ?? "", "26/04/2026");
  assertStringIncludes(marathon ?? "", "London");
  assertStringIncludes(marathon ?? "", "record au 26/04/2026");
  // No athlete: nothing is removed, compared or read at the federation.
  assertEquals(findAll(page, ".chosen, .pill"), []);
  assertStringIncludes(text(findFirst(page, ".outside") ?? page), "Christian Coleman");
  const remove = findFirst(page, ".record-lists .chosen-list");
  assert(remove && !remove.attribs.href?.includes("records="));
});

Deno.test("withRecordList() adds rows up to the fastest record, and no table too long", () => {
  for (const search of ["", "unit=mi", "by=speed", "by=speed&unit=mi", "by=time&over=10000"]) {
    const { state } = readParameters(new URLSearchParams(search));
    const wide = withRecordList(state, "world-m");
    assertEquals(wide.records, ["world-m"], search);
    assert(Math.min(...tableOf(wide).paces) <= 100, search);
    assertEquals(withRecordList(wide, "world-m").records, []);
  }
  const fine = { ...DEFAULT_STATE, slowest: DEFAULT_STATE.fastest + MAX_ROWS / 2 - 1, step: 0.5 };
  assertEquals(withRecordList(fine, "world-m").fastest, fine.fastest);
  const fastest = Math.min(
    ...RECORD_LISTS.flatMap((list) =>
      PUBLIC_RECORDS[list].map(({ mark, distance }) => mark * 10 / distance)
    ),
  );
  assert(fastest > 95, `${fastest} s/km`);
});
