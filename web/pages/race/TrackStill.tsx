import { slotLetter } from "../../kit/athletes/overlay.ts";
import type { Runner } from "./race_runners.ts";
import { lanesFor, placesAt, SCENE } from "./scene.ts";
import { TrackShapes } from "./TrackLines.tsx";

/** Size of a bib, m of the picture: with few runners there is room for more. */
const BIB = { few: 12, many: 9.5 } as const;
/** Most runners with large bibs. */
const FEW = 4;

/** A still picture of a race: everybody where they are at a moment. */
export function TrackStill({ distance, runners, clock, label, caption }: {
  distance: number;
  runners: readonly Runner[];
  /** s since the start. */
  clock: number;
  /** What is seen, in words. */
  label: string;
  caption: string;
}) {
  const places = placesAt(distance, runners.map(({ time }) => time / 100), clock);
  const size = runners.length > FEW ? BIB.many : BIB.few;
  return (
    <figure class="race-still">
      <svg
        class="race-lanes"
        viewBox={`0 0 ${SCENE.width} ${SCENE.height}`}
        role="img"
        aria-label={label}
      >
        <TrackShapes distance={distance} lanes={lanesFor(runners.length)} />
        {runners.map(({ slot, predicted }, at) => {
          const { x = 0, y = 0 } = places[at] ?? {};
          return (
            <g
              key={slot}
              class={`race-mark slot-${slot}${predicted ? " race-predicted" : ""}`}
              transform={`translate(${x.toFixed(2)} ${y.toFixed(2)})`}
            >
              <rect x={-size / 2} y={-size / 2} width={size} height={size} rx={size / 6} />
              <text text-anchor="middle" y={size * 0.3} font-size={size * 0.85}>
                {slotLetter(slot)}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
