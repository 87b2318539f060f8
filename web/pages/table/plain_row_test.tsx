import { assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { plainRow } from "./plain_row.ts";
import { shownRows } from "./shown_rows.ts";
import { MarkedRow, TableView } from "./TableView.tsx";
import "../../kit/texts/provide_all.ts";
import { tableOf, writtenAs } from "../../kit/table_state/table_cells.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import { leftOutWhenNarrow } from "../../kit/table_state/column_sets.ts";
import { NOTHING_LAID } from "../../kit/athletes/overlay.ts";

Deno.test("plainRow() writes to the letter what MarkedRow draws cell by cell", () => {
  for (
    const search of [
      "",
      "vma=17&mine=4:13",
      "by=speed&unit=mi&n=english",
      "by=time&over=10000&d=77",
    ]
  ) {
    const { state } = readParameters(new URLSearchParams(search));
    const table = tableOf(state);
    for (const language of ["fr", "en"] as const) {
      const written = writtenAs(state, language);
      const minor = table.distances.map((_, column) => column % 3 === 0);
      for (const shown of shownRows(table, state)) {
        for (const scripts of [false, true]) {
          const drawn = renderToString(
            <MarkedRow
              {...{ language, state, table, minor, shown, written, scripts, overlay: NOTHING_LAID }}
            />,
          );
          const plain = plainRow(shown, { state, table, minor, written, scripts });
          assertEquals(plain, drawn.replace(/^<tr[^>]*>|<\/tr>$/g, ""));
        }
      }
    }
  }
});

Deno.test("a row that was written for another table is only used where it is the same", () => {
  // Each differs from the one before in one thing that a row is written from, or in its bounds.
  for (
    const search of [
      "slow=6:00",
      "slow=5:45",
      "slow=5:45&cols=1000,5000",
      "slow=5:45&cols=1000,5000&vma=16",
      "slow=5:45&cols=1000,5000&vma=17",
      "slow=5:45&cols=1000,5000&vma=17&mine=5:15",
      "slow=5:45&cols=1000,5000&vma=17&mine=5:10",
      "slow=5:45&cols=1000,5000&n=english",
      "slow=9:15&fast=5:15&cols=1000,5000&unit=mi",
      "by=speed&slow=10&cols=1000,5000",
      "by=time&over=10000&cols=1000,5000",
      "by=time&over=5000&cols=1000,5000",
    ]
  ) {
    const { state } = readParameters(new URLSearchParams(search));
    const table = tableOf(state);
    for (const language of ["fr", "en", "fr"] as const) {
      const html = renderToString(
        <TableView {...{ language, state, table, overlay: NOTHING_LAID }} />,
      );
      const rows = [...html.slice(html.indexOf("<tbody")).matchAll(/<tr[^>]*>(.*?)<\/tr>/g)];
      const written = writtenAs(state, language);
      const minor = leftOutWhenNarrow(state, table, NOTHING_LAID);
      assertEquals(
        rows.map(([, row]) => row),
        shownRows(table, state).map((shown) => plainRow(shown, { state, table, minor, written })),
        search,
      );
    }
  }
});
