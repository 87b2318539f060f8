import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import type { AthleteRecord } from "@mypacer/shared/contract/record.ts";
import type { Language } from "../../kit/language/language.ts";
import { ApiError } from "../../kit/load/api_client.ts";
import type { Site } from "../../kit/load/site.ts";
import { isMinor } from "@mypacer/shared/domain/people/minor.ts";
import { showingOrder } from "../../kit/pictures/first_shown.ts";
import { INK, pictureFrame, pictureText } from "../../kit/pictures/picture_frame.ts";
import { servePicture } from "../../kit/pictures/serve_picture.ts";
import { tablePictureInstead } from "../../kit/pictures/table_picture_instead.ts";
import { runTime } from "../../kit/predictions/run_texts.ts";
import { DEFAULT_STATE } from "../../kit/table_state/table_state.ts";
import { writtenAs } from "../../kit/table_state/table_cells.ts";
import { chooseBests } from "./chosen_bests.ts";
import { eventText } from "./event_text.ts";
import { PAGE_TEXTS } from "./texts.ts";

/** Records side by side, and on a picture: two rows. */
const COLUMNS = 3;
const MOST = 2 * COLUMNS;

/** An athlete's records over the most common distances, without a name, a club or a date. */
function athleteSvg(records: readonly AthleteRecord[], language: Language): string {
  const written = writtenAs(DEFAULT_STATE, language);
  const shown = records.filter(({ is_running: isRunning, unit }) =>
    isRunning && unit === "hundredths"
  )
    .sort((a, b) => showingOrder(a.distance ?? 0) - showingOrder(b.distance ?? 0))
    .slice(0, MOST)
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0));
  const top = shown.length > COLUMNS ? 250 : 350;
  const tiles = shown.flatMap((record, at) => {
    const x = 90 + (at % COLUMNS) * 360;
    const y = top + Math.floor(at / COLUMNS) * 200;
    return [
      `<rect x="${x - 24}" y="${y - 62}" width="6" height="138" fill="${INK.best}"/>`,
      pictureText(eventText(record, language), { x, y: y - 30 }, { size: 34, color: INK.soft }),
      pictureText(runTime(record.mark, written), { x, y: y + 56 }, { size: 82, bold: true }),
    ];
  });
  return pictureFrame(`MyPacer · ${PAGE_TEXTS[language].preview}`, tiles.join(""));
}

/**
 * `GET /athlete/{id}/apercu` and `GET /en/athlete/{id}/preview`: an athlete's records as a picture,
 * for sites that show links. It names nobody; of minors, and where there are no records, it is that
 * of the table.
 */
export async function getAthletePicture(
  site: Site,
  { ffaId, language }: { ffaId: string; language: Language },
): Promise<Response> {
  const instead = tablePictureInstead(language);
  if (!FfaId.safeParse(ffaId).success) return instead;
  try {
    const { athlete, records } = await site.api.records(ffaId);
    const latestBirthYear = athlete.birth_year ?? athlete.birth_year_max;
    if (isMinor(latestBirthYear, new Date().getUTCFullYear())) return instead;
    const bests = chooseBests(records, athlete.sex);
    if (!bests.some(({ is_running: isRunning }) => isRunning)) return instead;
    return await servePicture(site, { key: null, draw: () => athleteSvg(bests, language) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return instead;
  }
}
