/**
 * Training zones in shares of VMA, under the names French coaches use.
 *
 * Source: the ranges that French running pages agree on (u-run, wanarun, my-trail, RunMotion and
 * others, 2026). They vary from coach to coach, so they can be replaced. Better than a share of VMA
 * for the two thresholds is the speed that the runner's own curve holds for 60 and for 30 min:
 * `speedHeld` of `vma.ts`.
 */
import type { Language } from "../measure/distance.ts";
import { checkPositive, type Estimate, notValid } from "../measure/estimate.ts";
import { type Pace, type Speed, speedToPace } from "../measure/pace.ts";

/** A zone: shares of VMA in per cent, the upper one null where the zone has no end. */
export interface ZoneRange {
  key: string;
  labels: Record<Language, string>;
  from: number;
  to: number | null;
}

/** A zone for one runner. */
export interface TrainingZone extends ZoneRange {
  /** km/h. */
  slowestSpeed: Speed;
  /** km/h; null where the zone has no end. */
  fastestSpeed: Speed | null;
  /** s/km. */
  slowestPace: Pace;
  fastestPace: Pace | null;
}

function zone(key: string, from: number, to: number | null, fr: string, en: string): ZoneRange {
  return { key, labels: { fr, en }, from, to };
}

/** Zones in use, slow to fast. */
export const TRAINING_ZONES: readonly ZoneRange[] = [
  zone("easy", 60, 75, "Endurance fondamentale", "Easy endurance"),
  zone("marathon", 75, 82, "Endurance active (allure marathon)", "Steady (marathon pace)"),
  zone("threshold60", 80, 87, "Seuil 60 (tenable 1\u00a0h)", "Threshold 60 (held for 1\u00a0h)"),
  zone(
    "threshold30",
    87,
    92,
    "Seuil 30 (tenable 30\u00a0min)",
    "Threshold 30 (held for 30\u00a0min)",
  ),
  zone("longVma", 92, 100, "VMA longue", "Long MAS intervals"),
  zone("shortVma", 100, 110, "VMA courte", "Short MAS intervals"),
  zone("speed", 110, null, "Vitesse", "Speed"),
];

/**
 * Range of VMA that every tool accepts, km/h: a fast walker has about 6, the fastest runners about
 * 25.
 */
export const ZONE_VMA_LIMITS = { lowest: 5, highest: 30 } as const;

/** Slack for shares such as 12 / 16 × 100, which may end a billionth before a bound. */
const SLACK = 1e-9;

/**
 * The zone that a share of VMA lies in; where two overlap, the faster one. It begins at the very
 * pace that {@link trainingZones} tells: a share is not rounded before.
 *
 * @param percent Share of VMA in per cent.
 * @returns Null below the slowest zone.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { zoneAt } from "./training_zones.ts";
 * assertEquals(zoneAt(81)?.key, "threshold60");
 * assertEquals(zoneAt(79.9)?.key, "marathon");
 * assertEquals(zoneAt(50), null);
 * ```
 */
export function zoneAt(
  percent: number,
  ranges: readonly ZoneRange[] = TRAINING_ZONES,
): ZoneRange | null {
  return ranges.findLast(({ from, to }) =>
    percent >= from - SLACK && (to === null || percent <= to + SLACK)
  ) ?? null;
}

/**
 * Training zones of a runner.
 *
 * @param vma km/h.
 * @param ranges Zones to use in place of the usual ones; each from above 0 to a higher share or to
 *   no end.
 * @returns Not valid for a VMA outside of 5 to 30 km/h.
 * @throws {RangeError} If VMA or a share is not a finite number above 0, or a zone ends before it
 *   begins.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { trainingZones } from "./training_zones.ts";
 * const answer = trainingZones(16);
 * const [easy] = answer.valid ? answer.zones : [];
 * assertEquals([easy?.slowestSpeed, easy?.fastestSpeed], [9.6, 12]);
 * ```
 */
export function trainingZones(
  vma: Speed,
  ranges: readonly ZoneRange[] = TRAINING_ZONES,
): Estimate<{ zones: TrainingZone[] }> {
  checkPositive(vma, "VMA");
  for (const { key, from, to } of ranges) {
    checkPositive(from, `share of zone ${key}`);
    if (to !== null && !(Number.isFinite(to) && to > from)) {
      throw new RangeError(`Cannot use zone ${key}: it ends at ${to} %, before it begins`);
    }
  }
  const { lowest, highest } = ZONE_VMA_LIMITS;
  if (vma < lowest || vma > highest) {
    return notValid("not-plausible", `VMA is not between ${lowest} and ${highest} km/h`);
  }
  const speedAt = (percent: number) => vma * percent / 100;
  const zones = ranges.map((range): TrainingZone => {
    const slowest = speedAt(range.from);
    const fastest = range.to === null ? null : speedAt(range.to);
    return {
      ...range,
      slowestSpeed: slowest,
      fastestSpeed: fastest,
      slowestPace: speedToPace(slowest),
      fastestPace: fastest === null ? null : speedToPace(fastest),
    };
  });
  return { valid: true, zones };
}
