import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { slotLetter } from "../../kit/athletes/overlay.ts";
import { lanesFor, lineAcross, ovalPath, placesAt, SCENE } from "../../kit/charts/track_scene.ts";
import type { Language } from "../../kit/language/language.ts";
import type { Site } from "../../kit/load/site.ts";
import { INK, pictureFrame, pictureText } from "../../kit/pictures/picture_frame.ts";
import { servePicture } from "../../kit/pictures/serve_picture.ts";
import { SLOT_COLORS } from "../../kit/pictures/slot_colors.ts";
import { tablePictureInstead } from "../../kit/pictures/table_picture_instead.ts";
import { getRace } from "./load.ts";
import { metersText } from "./meters_text.ts";
import type { Race } from "./race_runners.ts";
import { raceTexts } from "./texts.ts";

/** Pixels of the picture for a meter of the track, and where the track begins. */
const TRACK = { scale: 3.25, x: 60, y: 145 } as const;
/** Width of a bib, m of the track; with more than four runners it is less. */
const BIB = { few: 12, many: 9.5 } as const;

/** A runner's letter on a bib. @param at Its middle. */
function bib(slot: number, at: { x: number; y: number }, size: number): string {
  const { fill, letter } = SLOT_COLORS[slot] ?? { fill: INK.text, letter: "#ffffff" };
  return `<rect x="${at.x - size / 2}" y="${at.y - size / 2}" width="${size}" height="${size}" ` +
    `rx="${size / 6}" fill="${fill}" stroke="#ffffff" stroke-width="${size / 20}"/>` +
    pictureText(slotLetter(slot), { x: at.x, y: at.y + size * 0.3 }, {
      size: size * 0.85,
      color: letter,
      bold: true,
      anchor: "middle",
    });
}

/** The track when the first is at the line, and how far the others are. */
function raceSvg({ distance, runners }: Race, language: Language): string {
  const lanes = lanesFor(runners.length);
  const first = Math.min(...runners.map(({ time }) => time)) / 100;
  const places = placesAt(distance, runners.map(({ time }) => time / 100), first);
  const size = runners.length > 4 ? BIB.many : BIB.few;
  const track = [
    `<rect width="${SCENE.width}" height="${SCENE.height}" rx="4" fill="${INK.track}"/>`,
    ...lanes.lines.map((radius) =>
      `<path d="${
        ovalPath(radius)
      }" fill="none" stroke="#ffffff" stroke-opacity=".6" stroke-width=".6"/>`
    ),
    `<path d="${lineAcross(distance, 0, lanes)}" stroke="${INK.best}" stroke-width="2"/>`,
    ...runners.map(({ slot }, at) => bib(slot, places[at] ?? { x: 0, y: 0 }, size)),
  ];
  const t = raceTexts(language);
  const ranked = runners.toSorted((a, b) => a.time - b.time);
  const step = Math.min(90, 420 / ranked.length);
  const gaps = ranked.map(({ slot, gap }, at) => {
    const y = 205 + at * step;
    return bib(slot, { x: 820, y: y - 14 }, Math.min(52, step - 6)) +
      pictureText(gap === 0 ? t.line : metersText(gap, language), { x: 1130, y }, {
        size: Math.min(48, step - 8),
        bold: true,
        anchor: "end",
      });
  });
  return pictureFrame(
    `MyPacer · ${t.heading(distanceLabel(distance, language))}`,
    `<g transform="translate(${TRACK.x} ${TRACK.y}) scale(${TRACK.scale})">${track.join("")}</g>` +
      gaps.join(""),
  );
}

/**
 * `GET /course/apercu` and `GET /en/race/preview`: a race as a picture, for sites that show links.
 * It names nobody; with a minor among them, or fewer than two who run, it is that of the table.
 */
export async function getRacePicture(
  site: Site,
  url: URL,
  language: Language,
): Promise<Response> {
  const instead = tablePictureInstead(language);
  const answer = await getRace(site, url, language);
  if (answer instanceof Response || answer.data.race === null) return instead;
  const { race } = answer.data;
  if (race.runners.length < 2 || race.aside.has("minor")) return instead;
  return await servePicture(site, { key: null, draw: () => raceSvg(race, language) });
}
