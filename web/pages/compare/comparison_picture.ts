import type { Comparison, Ranking } from "@mypacer/shared/contract/comparison.ts";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { readComparedIds } from "../../kit/addresses/compared_athletes.ts";
import { COMPARISON } from "../../kit/addresses/comparison_settings.ts";
import type { Language } from "../../kit/language/language.ts";
import { ApiError } from "../../kit/load/api_client.ts";
import type { Site } from "../../kit/load/site.ts";
import { showingOrder } from "../../kit/pictures/first_shown.ts";
import { INK, pictureFrame, pictureText } from "../../kit/pictures/picture_frame.ts";
import { servePicture } from "../../kit/pictures/serve_picture.ts";
import { SLOT_COLORS } from "../../kit/pictures/slot_colors.ts";
import { tablePictureInstead } from "../../kit/pictures/table_picture_instead.ts";
import { modelTime, runTime } from "../../kit/predictions/run_texts.ts";
import { DEFAULT_STATE } from "../../kit/table_state/table_state.ts";
import { writtenAs } from "../../kit/table_state/table_cells.ts";
import { comparisonTexts } from "./texts.ts";

/** Distances and athletes that can be read on a picture. */
const MOST = { distances: 5, athletes: 4 } as const;

/** The distances most runners look for, short to long. */
function shownRankings(rankings: readonly Ranking[]): Ranking[] {
  return rankings.filter(({ best }) => best)
    .sort((a, b) => showingOrder(a.distance) - showingOrder(b.distance))
    .slice(0, MOST.distances)
    .sort((a, b) => a.distance - b.distance);
}

/** Athletes as letters, and their times over common distances, the fastest marked. */
function comparisonSvg({ athletes, rankings, by }: Comparison, language: Language): string {
  const written = writtenAs(DEFAULT_STATE, language);
  const write = by === "time" ? runTime : modelTime;
  const shown = athletes.slice(0, MOST.athletes);
  const step = 860 / shown.length;
  const center = (slot: number) => 290 + step * (slot + 0.5);
  const letters = shown.map((_, slot) => {
    const { fill, letter } = SLOT_COLORS[slot] ?? { fill: INK.text, letter: "#ffffff" };
    return `<circle cx="${center(slot)}" cy="190" r="34" fill="${fill}"/>` +
      pictureText("ABCDEFGH"[slot] ?? "", { x: center(slot), y: 204 }, {
        size: 40,
        color: letter,
        bold: true,
        anchor: "middle",
      });
  });
  const shownDistances = shownRankings(rankings);
  const height = Math.min(110, 330 / shownDistances.length);
  const rows = shownDistances.map(({ distance, runs }, row) => {
    const y = 292 + row * height;
    const times = shown.map(({ athlete }, slot) => {
      const run = runs.find(({ ffa_id: id }) => id === athlete.ffa_id);
      if (run === undefined) return "";
      const isFirst = run.place === 1;
      const mark = `<rect x="${center(slot) - step / 2 + 14}" y="${y - 42}" width="${
        step - 28
      }" height="56" rx="10" fill="${INK.best}"/>`;
      return (isFirst ? mark : "") +
        pictureText(write(run.time, written), { x: center(slot), y }, {
          size: 44,
          bold: isFirst,
          anchor: "middle",
        });
    });
    return pictureText(distanceLabel(distance, language), { x: 80, y }, {
      size: 34,
      color: INK.soft,
    }) + times.join("");
  });
  return pictureFrame(
    `MyPacer · ${comparisonTexts(language).preview(athletes.length)}`,
    [...letters, ...rows].join(""),
  );
}

/**
 * `GET /comparer/apercu` and `GET /en/compare/preview`: a comparison as a picture, for sites that
 * show links. It names nobody; with a minor among them, or nothing in common, it is that of the
 * table.
 */
export async function getComparisonPicture(
  site: Site,
  url: URL,
  language: Language,
): Promise<Response> {
  const instead = tablePictureInstead(language);
  const { ids } = readComparedIds(url.searchParams);
  const { age, byAge } = COMPARISON.read(url.searchParams).state;
  if (ids.length < 2) return instead;
  try {
    const comparison = await site.api.comparison({ athletes: ids, byAge, maxAge: age });
    const { athletes, rankings } = comparison;
    if (athletes.some(({ minor }) => minor) || rankings.length === 0) return instead;
    return await servePicture(site, {
      key: null,
      draw: () => comparisonSvg(comparison, language),
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return instead;
  }
}
