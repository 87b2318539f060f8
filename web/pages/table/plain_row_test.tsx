import { assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { plainRow } from "./plain_row.ts";
import { shownRows } from "./shown_rows.ts";
import { TableRow } from "./TableView.tsx";
import "../../kit/texts/provide_all.ts";
import { tableOf, writtenAs } from "../../kit/table_state/table_cells.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import {
  cellKey,
  NOTHING_LAID,
  type Overlay,
  type OwnedRecord,
} from "../../kit/athletes/overlay.ts";

/** Says that a record lies over the row, so that it is drawn cell by cell, and has none to draw. */
class NothingOver extends Map<string, OwnedRecord[]> {
  override has = () => true;
}

Deno.test("plainRow() writes to the letter what TableRow draws cell by cell", () => {
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
        const { index } = shown;
        const cells = new NothingOver([[cellKey(index, 0), []]]);
        cells.delete(cellKey(index, 0));
        Object.defineProperty(cells, "size", { value: 1 });
        const overlay: Overlay = { ...NOTHING_LAID, cells };
        const drawn = renderToString(
          <TableRow {...{ language, state, table, minor, shown, written, overlay }} />,
        );
        const plain = plainRow(shown, { state, table, minor, written });
        assertEquals(plain, drawn.replace(/^<tr[^>]*>|<\/tr>$/g, ""));
        assertEquals(
          renderToString(
            <TableRow
              {...{ language, state, table, minor, shown, written, overlay: NOTHING_LAID }}
            />,
          ),
          drawn,
        );
      }
    }
  }
});
