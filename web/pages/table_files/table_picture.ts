import { distanceLabel, sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { HALF_MARATHON, MARATHON } from "@mypacer/shared/domain/measure/official_lengths.ts";
import type { Language } from "../../kit/language/language.ts";
import "../../kit/texts/provide_all.ts";
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
import { heavyTurn } from "../../kit/load/heavy_turn.ts";
import { LRUCache } from "lru-cache";
import { createRenderer } from "./picture.ts";
import type { Site } from "../../kit/load/site.ts";

/** Size that sites show links with, px. */
const SIZE = { width: 1200, height: 630 } as const;
/** Rows and columns that can be read at that size. */
const ROWS = 9;
const COLUMNS = 7;
/** Distances that a picture shows before any other, m: those that most runners look for. */
const FIRST_SHOWN: readonly number[] = [5000, 10_000, HALF_MARATHON, MARATHON, 1000, 400, 3000];
/** Most pictures kept: shared links are requested again and again. */
const MOST_KEPT = 200;

const kept = new LRUCache<string, Uint8Array<ArrayBuffer>>({ max: MOST_KEPT });
/** Expected time for drawing a picture, ms. */
const DRAWING = 40;

/** A number of items of a list, spread evenly, including the first and the last. */
function some<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count || count <= 1) return list.slice(0, count);
  return Array.from(
    { length: count },
    (_, index) => list[Math.round(index * (list.length - 1) / (count - 1))] as T,
  );
}

/** Columns of a picture, short to long: those of {@link FIRST_SHOWN}, then others spread evenly. */
function shownColumns(distances: readonly number[]): { distance: number; at: number }[] {
  const all = distances.map((distance, at) => ({ distance, at }));
  const isFirst = ({ distance }: { distance: number }) =>
    FIRST_SHOWN.some((shown) => sameDistance(shown, distance));
  const first = all.filter(isFirst);
  const others = some(all.filter((column) => !isFirst(column)), COLUMNS - first.length);
  return [...first, ...others].sort((a, b) => a.at - b.at);
}

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The picture of a table, 1200 × 630: a title, and as many rows and columns as are legible. */
function tableSvg(state: TableState, language: Language): string {
  const texts = textsOf(language);
  const table = tableOf(state);
  const written = writtenAs(state, language);
  const columns = shownColumns(table.distances);
  const rows = some(table.rows, ROWS);
  const { width, height } = SIZE;
  const step = { x: (width - 120 - 200) / columns.length, y: 44 };
  const text = (x: number, y: number, content: string, more: string) =>
    `<text x="${x}" y="${y}" ${more}>${escaped(content)}</text>`;
  const head = factHead(state.by, state, language);
  const lanes = [0, 1, 2, 3, 4].map((lane) => {
    const radius = 70 + lane * 52;
    return `<path d="M${width - 420} ${180 + radius}h120a${radius} ${radius} 0 0 0 0 -${
      2 * radius
    }h-120"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Archivo Narrow">
    <rect width="${width}" height="${height}" fill="#33247a"/>
    <g fill="none" stroke="#ffffff" stroke-opacity=".14" stroke-width="4">${lanes.join("")}</g>
    ${
    text(
      60,
      92,
      `${texts.siteName} · ${texts.home.heading}`,
      'fill="#fff" font-size="54" font-weight="700"',
    )
  }
    <rect x="40" y="130" width="${width - 80}" height="${height - 165}" rx="14" fill="#ffffff"/>
    ${
    text(230, 178, `${head.text} ${head.unit}`, 'fill="#5a5768" font-size="26" text-anchor="end"')
  }
    ${
    columns.map(({ distance }, at) =>
      text(
        260 + (at + 1) * step.x - 20,
        178,
        distanceLabel(distance, language),
        'fill="#17161f" font-size="28" font-weight="700" text-anchor="end"',
      )
    ).join("")
  }
    <rect x="60" y="194" width="${width - 120}" height="3" fill="#33247a"/>
    ${
    rows.map((row, index) => {
      const y = 234 + index * step.y;
      return text(
        230,
        y,
        rowFact(row, state.by, written),
        'fill="#4a35b3" font-size="32" font-weight="700" text-anchor="end"',
      ) + columns.map(({ distance, at }, place) =>
        text(
          260 + (place + 1) * step.x - 20,
          y,
          cellTime(row.times[at] ?? 0, distance, written.notation),
          'fill="#17161f" font-size="30" text-anchor="end"',
        )
      ).join("");
    }).join("")
  }
  </svg>`;
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
  const key = `${language}${stateSearch(state)}`;
  let picture = kept.get(key);
  if (picture === undefined) {
    const render = await createRenderer(async () =>
      await (await import("./picture_files.ts")).readPictureFiles()
    );
    const refusal = await heavyTurn(site, DRAWING);
    if (refusal !== null) return refusal;
    picture = render(tableSvg(state, language), SIZE.width);
    kept.set(key, picture);
  }
  return new Response(picture, {
    headers: {
      "content-type": "image/png",
      "cache-control": "public, max-age=86400",
      "x-robots-tag": "noindex",
      // Sites that preview the link load it from here.
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}
