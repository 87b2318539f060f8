import RaceStage, { type RaceStageProps } from "../pages/race/RaceStage.tsx";

/** The race in motion, with its texts of either language. */
export default function RunningTrack(props: RaceStageProps) {
  return <RaceStage {...props} />;
}
