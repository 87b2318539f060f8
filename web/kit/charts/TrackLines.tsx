import {
  chutePath,
  isSprint,
  lanesFor,
  lapOfPicture,
  lineAcross,
  ovalPath,
  SCENE,
} from "./track_scene.ts";

/** The track as seen from above: its lanes and the finish line. */
export function TrackLines({ distance, runners }: { distance: number; runners: number }) {
  const lanes = lanesFor(runners);
  return (
    <svg class="race-lanes" viewBox={`0 0 ${SCENE.width} ${SCENE.height}`} aria-hidden="true">
      <TrackShapes distance={distance} lanes={lanes} />
    </svg>
  );
}

/** The lines of a track inside a picture. */
export function TrackShapes({ distance, lanes }: {
  distance: number;
  lanes: ReturnType<typeof lanesFor>;
}) {
  const { lines } = lanes;
  return (
    <>
      <path
        class="race-ground"
        d={lines.slice(0, 1).concat(lines.slice(-1)).map(ovalPath).join("")}
      />
      {lines.map((radius, at) => (
        <path
          key={radius}
          class={at === 0 || at === lines.length - 1 ? "race-edge" : "race-line"}
          d={ovalPath(radius)}
        />
      ))}
      {isSprint(distance) &&
        lines.map((radius) => (
          <path key={radius} class="race-line" d={chutePath(distance, radius)} />
        ))}
      {distance % lapOfPicture(distance) !== 0 && (
        <path class="race-start" d={lineAcross(distance, distance, lanes)} />
      )}
      <path class="race-finish" d={lineAcross(distance, 0, lanes)} />
    </>
  );
}
