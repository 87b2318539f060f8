import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { paceOver } from "@mypacer/shared/domain/measure/pace.ts";
import { planSplits, roundSplits } from "@mypacer/shared/domain/table/split_plan.ts";
import type { Language } from "../../kit/language/language.ts";
import type { Site } from "../../kit/load/site.ts";
import { INK, pictureFrame, pictureText } from "../../kit/pictures/picture_frame.ts";
import { servePicture } from "../../kit/pictures/serve_picture.ts";
import { tablePictureInstead } from "../../kit/pictures/table_picture_instead.ts";
import { paceText, timeText } from "../../kit/tools/tool_format.ts";
import { PLANNER, type PlannerState, SPLIT_LENGTHS, strategyOf } from "./state.ts";
import { PLANNER_TEXTS } from "./texts.ts";

/** Passing points on a picture: three columns of four. */
const MOST = 12;
/** From this goal on, passing times are written to the second, hundredths. */
const SECONDS_FROM = 60_000;

/** A race plan: its mean pace and its passing times. */
function planSvg(state: PlannerState, language: Language): string {
  const { distance, time } = state;
  const t = PLANNER_TEXTS[language];
  const precision = time >= SECONDS_FROM ? "seconds" : "hundredths";
  const exact = planSplits(
    { distance, time, every: SPLIT_LENGTHS[state.every] },
    strategyOf(state),
  );
  const points = roundSplits(exact, precision === "seconds" ? 100 : 1);
  // With more than fit, the same distance apart, the finish always among them.
  const apart = Math.ceil(points.length / MOST);
  const shown = points.filter((_, at) => (points.length - 1 - at) % apart === 0);
  const rows = Math.ceil(shown.length / 3);
  const passing = shown.map(({ distance: at, cumulative }, place) => {
    const x = 90 + Math.floor(place / rows) * 360;
    const y = 300 + (place % rows) * 76;
    return pictureText(distanceLabel(at, language), { x, y }, { size: 32, color: INK.soft }) +
      pictureText(timeText(cumulative, language, precision), { x: x + 310, y }, {
        size: 46,
        bold: true,
        anchor: "end",
      });
  });
  const pace = paceText(paceOver(distance, time / 100), language);
  return pictureFrame(
    `MyPacer · ${t.title(distanceLabel(distance, language), timeText(time, language))}`,
    [
      pictureText(`${t.meanPace}  ${pace}`, { x: 90, y: 205 }, {
        size: 46,
        color: INK.accent,
        bold: true,
      }),
      `<rect x="66" y="228" width="1068" height="3" fill="${INK.track}"/>`,
      ...passing,
    ].join(""),
  );
}

/**
 * `GET /planificateur/apercu` and `GET /en/planner/preview`: a race plan as a picture, for sites
 * that show links; of an address that cannot be read, that of the table.
 */
export async function getPlanPicture(
  site: Site,
  url: URL,
  language: Language,
): Promise<Response> {
  const { state, problems } = PLANNER.read(url.searchParams);
  if (Object.keys(problems).length > 0) return tablePictureInstead(language);
  return await servePicture(site, {
    key: `plan ${language}${PLANNER.search(state)}`,
    draw: () => planSvg(state, language),
  });
}
