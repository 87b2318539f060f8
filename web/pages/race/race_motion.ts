/** How the runners of a race move: as animations that the compositor runs alone. */
import { metersAfter } from "@mypacer/shared/domain/analysis/steady_race.ts";
import { isSprint, lanesFor, lapOfPicture, placeOf, SCENE } from "../../kit/charts/track_scene.ts";

/** Points by which a lap is followed: each bend in thirty. */
const STEPS = 104;

/** How long a race is shown, s, by its distance: a sprint as it is, a marathon in twenty. */
export function showSeconds(distance: number, first: number): number {
  return Math.min(first, distance < 1500 ? 12 : distance < 10_000 ? 16 : 20);
}

/** The motion of a runner: once around the picture, so many times. */
export interface Motion {
  transforms: string[];
  /** Laps of the picture, and where on the first the race starts. */
  iterations: number;
  iterationStart: number;
  /** Of one lap, ms. */
  duration: number;
}

/** Motions of the runners from the start until the first finishes. */
export function motionsOf(distance: number, times: readonly number[]): Motion[] {
  const first = Math.min(...times);
  const { middles } = lanesFor(times.length);
  const lap = isSprint(distance) ? distance : lapOfPicture(distance);
  const iterationStart = ((lap - distance % lap) % lap) / lap;
  return times.map((time, lane) => {
    const iterations = metersAfter(distance, time, first) / lap;
    return {
      transforms: Array.from({ length: STEPS + 1 }, (_, step) => {
        const { x, y } = placeOf(distance, lap - lap * step / STEPS, middles[lane] ?? 0);
        return `translate(${inWidths(x)}, ${inWidths(y)})`;
      }),
      iterations,
      iterationStart,
      duration: 1000 * showSeconds(distance, first) / iterations,
    };
  });
}

/** A length of the picture in shares of its width, which it follows when the window changes. */
function inWidths(length: number): string {
  return `${(100 * length / SCENE.width).toFixed(2)}cqw`;
}
