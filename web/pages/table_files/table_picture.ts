import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import type { Language } from "../../kit/language/language.ts";
import "../../kit/texts/provide_all.ts";
import { isFirstShown } from "../../kit/pictures/first_shown.ts";
import { INK, PICTURE_SIZE, pictureFrame, pictureText } from "../../kit/pictures/picture_frame.ts";
import { servePicture } from "../../kit/pictures/serve_picture.ts";
import {
  cellTime,
  factHead,
  rowFact,
  tableOf,
  writtenAs,
} from "../../kit/table_state/table_cells.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { DEFAULT_STATE, type TableState } from "../../kit/table_state/table_state.ts";
import type { Site } from "../../kit/load/site.ts";

/** Rows and columns that can be read at the size of a picture. */
const ROWS = 9;
const COLUMNS = 7;

/** A number of items of a list, spread evenly, including the first and the last. */
function some<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count || count <= 1) return list.slice(0, count);
  return Array.from(
    { length: count },
    (_, index) => list[Math.round(index * (list.length - 1) / (count - 1))] as T,
  );
}

/** Columns of a picture, short to long: those to show first, then others spread evenly. */
function shownColumns(distances: readonly number[]): { distance: number; at: number }[] {
  const all = distances.map((distance, at) => ({ distance, at }));
  const first = all.filter(({ distance }) => isFirstShown(distance));
  const others = some(
    all.filter(({ distance }) => !isFirstShown(distance)),
    COLUMNS - first.length,
  );
  return [...first, ...others].sort((a, b) => a.at - b.at);
}

/** The picture of a table: a title, and as many rows and columns as are legible. */
function tableSvg(state: TableState, language: Language): string {
  const texts = textsOf(language);
  const table = tableOf(state);
  const written = writtenAs(state, language);
  const columns = shownColumns(table.distances);
  const { width } = PICTURE_SIZE;
  const step = { x: (width - 120 - 200) / columns.length, y: 42 };
  const right = (place: number) => 260 + (place + 1) * step.x - 20;
  const head = factHead(state.by, state, language);
  const heads = columns.map(({ distance }, place) =>
    pictureText(distanceLabel(distance, language), { x: right(place), y: 178 }, {
      size: 28,
      bold: true,
      anchor: "end",
    })
  );
  const rows = some(table.rows, ROWS).flatMap((row, index) => {
    const y = 232 + index * step.y;
    return [
      pictureText(rowFact(row, state.by, written), { x: 230, y }, {
        size: 32,
        color: INK.accent,
        bold: true,
        anchor: "end",
      }),
      ...columns.map(({ distance, at }, place) =>
        pictureText(cellTime(row.times[at] ?? 0, distance, written.notation), {
          x: right(place),
          y,
        }, { size: 30, anchor: "end" })
      ),
    ];
  });
  return pictureFrame(
    `${texts.siteName} · ${texts.home.heading}`,
    [
      pictureText(`${head.text} ${head.unit}`, { x: 230, y: 178 }, {
        size: 26,
        color: INK.soft,
        anchor: "end",
      }),
      ...heads,
      `<rect x="60" y="194" width="${width - 120}" height="3" fill="${INK.track}"/>`,
      ...rows,
    ].join(""),
  );
}

/**
 * `GET /tableau/apercu` and `GET /en/table/preview`: the table of a link as a picture, for sites
 * that show links. It shows no athletes: the picture is stored elsewhere, and only the sender of a
 * link may decide whom to name.
 */
export async function getTablePicture(
  site: Site,
  url: URL,
  language: Language,
): Promise<Response> {
  const { athletes, hidden, surfaces } = DEFAULT_STATE;
  const state = { ...readParameters(url.searchParams).state, athletes, hidden, surfaces };
  return await servePicture(site, {
    key: `table ${language}${stateSearch(state)}`,
    draw: () => tableSvg(state, language),
  });
}
