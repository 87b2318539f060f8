import { gapsAtFinish } from "@mypacer/shared/domain/analysis/steady_race.ts";
import { SCENE } from "../../../kit/charts/track_scene.ts";
import { TrackMoment } from "../../../kit/charts/TrackStill.tsx";
import { DUEL, PICTURE } from "./example.ts";

/** Two runners on the track when the first is at the line, and how far the other is from it. */
export function RacePicture() {
  const { distance, times } = DUEL;
  const gap = Math.max(...gapsAtFinish(distance, times));
  return (
    <>
      <rect class="race-field" width={PICTURE.width} height={PICTURE.height} />
      <svg
        class="race-lanes"
        width={PICTURE.width}
        height={PICTURE.height}
        viewBox={`0 0 ${SCENE.width} ${SCENE.height}`}
      >
        <TrackMoment
          distance={distance}
          runners={times.map((time, slot) => ({ slot, time }))}
          clock={Math.min(...times)}
        />
      </svg>
      <text class="race-picture-gap" x={PICTURE.width / 2} y={PICTURE.height / 2 + 10}>
        {Math.round(gap)}
        {"\u00a0m"}
      </text>
    </>
  );
}
