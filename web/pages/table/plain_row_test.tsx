import { assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { plainRow } from "./plain_row.ts";
import { shownRows } from "./shown_rows.ts";
import { MarkedRow } from "./TableView.tsx";
import "../../kit/texts/provide_all.ts";
import { tableOf, writtenAs } from "../../kit/table_state/table_cells.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
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
