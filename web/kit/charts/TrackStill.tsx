import { slotLetter } from "../athletes/overlay.ts";
import { lanesFor, placesAt, SCENE } from "./track_scene.ts";
import { TrackShapes } from "./TrackLines.tsx";

/** Size of a bib, m of the picture: with few runners there is room for more. */
const BIB = { few: 12, many: 9.5 } as const;
/** Most runners with large bibs. */
const FEW = 4;

/** A runner on the picture. */
export interface DrawnRunner {
  /** Letter, color and pattern. */
  slot: number;
  /** s over the distance. */
  time: number;
  /** A predicted time: the bib has a dashed edge. */
  predicted?: boolean;
}

/** What a still picture of a race shows. */
interface Moment {
  /** m. */
  distance: number;
  runners: readonly DrawnRunner[];
  /** s since the start. */
  clock: number;
}

/** A still picture of a race: everybody where they are at a moment. */
export function TrackStill({ label, caption, ...moment }: Moment & {
  /** What is seen, in words. */
  label: string;
  caption: string;
}) {
  return (
    <figure class="race-still">
      <svg
        class="race-lanes"
        viewBox={`0 0 ${SCENE.width} ${SCENE.height}`}
        role="img"
        aria-label={label}
      >
        <TrackMoment {...moment} />
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** The track and everybody on it, inside a picture. */
export function TrackMoment({ distance, runners, clock }: Moment) {
  const places = placesAt(distance, runners.map(({ time }) => time), clock);
  const size = runners.length > FEW ? BIB.many : BIB.few;
  return (
    <>
      <TrackShapes distance={distance} lanes={lanesFor(runners.length)} />
      {runners.map(({ slot, predicted = false }, at) => {
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
    </>
  );
}
