/** The seasons of an athlete in one event, and where they stand on a picture. */
import type { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import type { NamedEvent } from "./event_text.ts";

/** The best of one season. */
export interface SeasonPoint {
  season: number;
  /** Hundredths of a second, centimeters or points. */
  mark: number;
}

/** An event over the seasons. */
export interface EventProgress {
  event: NamedEvent;
  unit: AthleteRecords["records"][number]["unit"];
  /** Two or more, the earliest first. */
  points: SeasonPoint[];
  /** The season of the athlete's record; null where its season is not known. */
  bestSeason: number | null;
}

/** Most seasons drawn, the latest: a career, and still as wide as a finger on a phone. */
const MOST_SEASONS = 15;

/** Whether a mark is better than another. */
const isBetter = (unit: EventProgress["unit"], a: number, b: number) =>
  unit === "hundredths" ? a < b : a > b;

/**
 * Puts the bests of seasons together event by event, those of most seasons first. A record is the
 * best of its season as well. Seasons of which only some results were read count for nothing.
 */
export function progressByEvent(
  { records, season_bests: bests }: Pick<AthleteRecords, "records" | "season_bests">,
): EventProgress[] {
  const events = new Map<string, EventProgress>();
  const add = (
    of: NamedEvent & Pick<AthleteRecords["records"][number], "unit" | "mark">,
    season: number,
  ) => {
    const { discipline, event, unit, mark } = of;
    const key = `${discipline} ${event} ${unit}`;
    const progress = events.get(key) ?? { event: of, unit, points: [], bestSeason: null };
    events.set(key, progress);
    const point = progress.points.find((one) => one.season === season);
    if (point === undefined) progress.points.push({ season, mark });
    else if (isBetter(unit, mark, point.mark)) point.mark = mark;
    return progress;
  };
  for (const best of bests) {
    if (best.source !== "some-results") add(best, best.season);
  }
  for (const record of records) {
    if (record.date === null) continue;
    const season = seasonOf(new Date(record.date));
    add(record, season).bestSeason ??= season;
  }
  return [...events.values()]
    .map(({ points, ...progress }) => ({
      ...progress,
      points: points.toSorted((a, b) => a.season - b.season).slice(-MOST_SEASONS),
    }))
    .filter(({ points }) => points.length > 1)
    .sort((a, b) => b.points.length - a.points.length);
}

/** Where a season stands on the picture, in per cent of its width and height. */
export interface PlacedPoint extends SeasonPoint {
  x: number;
  y: number;
}

/** A picture of an event over the seasons. */
export interface ProgressPicture {
  points: PlacedPoint[];
  /** Marks with a line across the picture, and its height in per cent. */
  lines: { mark: number; y: number }[];
  /** Seasons with a label below, and where it stands in per cent of the width. */
  seasons: { season: number; x: number }[];
}

/** Room for labels, per cent of the width and the height. */
const ROOM = { left: 18, right: 7, top: 20, bottom: 24 } as const;
/** Most labels of seasons: each as wide as four digits on a phone. */
const MOST_LABELS = 7;
/** Steps between lines, in the unit of the mark: a tenth of a second to half an hour. */
const TIME_STEPS = [10, 20, 50, 100, 200, 500, 1000, 1500, 3000, 6000, 12_000, 30_000, 60_000];
const OTHER_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
/** Most lines across the picture. */
const MOST_LINES = 4;

const rounded = (percent: number) => Math.round(percent * 10) / 10;

/** Lays out the picture of an event: better is higher. */
export function layProgress({ points, unit }: EventProgress): ProgressPicture {
  const marks = points.map(({ mark }) => mark);
  const [low, high] = [Math.min(...marks), Math.max(...marks)];
  const first = points[0]?.season ?? 0;
  const last = points.at(-1)?.season ?? first;
  const x = (season: number) =>
    rounded(
      ROOM.left + (season - first) / Math.max(1, last - first) *
          (100 - ROOM.left - ROOM.right),
    );
  const y = (mark: number) => {
    const share = high === low ? 0.5 : (mark - low) / (high - low);
    const down = unit === "hundredths" ? share : 1 - share;
    return rounded(ROOM.top + down * (100 - ROOM.top - ROOM.bottom));
  };
  const steps = unit === "hundredths" ? TIME_STEPS : OTHER_STEPS;
  const step = steps.find((step) => (high - low) / step <= MOST_LINES) ?? high - low + 1;
  const lines: ProgressPicture["lines"] = [];
  for (let mark = Math.ceil(low / step) * step; mark <= high; mark += step) {
    lines.push({ mark, y: y(mark) });
  }
  const every = Math.ceil((last - first + 1) / MOST_LABELS);
  return {
    points: points.map((point) => ({ ...point, x: x(point.season), y: y(point.mark) })),
    lines,
    seasons: Array.from({ length: last - first + 1 }, (_, at) => last - at)
      .filter((season) => (last - season) % every === 0)
      .map((season) => ({ season, x: x(season) })),
  };
}
