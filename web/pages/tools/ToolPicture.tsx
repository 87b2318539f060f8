import type { ComponentType } from "preact";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import type { Language } from "../../kit/language/language.ts";
import type { TOOLS } from "../../kit/addresses/paths.ts";
import { resultText, speedText, timeText } from "../../kit/tools/tool_format.ts";
import { DUEL, GROUP_VMAS, PICTURE, RACE, RESULT, VMA } from "./pictures/example.ts";
import { AgePicture } from "./pictures/AgePicture.tsx";
import { GroupPicture } from "./pictures/GroupPicture.tsx";
import { ModelsPicture } from "./pictures/ModelsPicture.tsx";
import { PlanPicture } from "./pictures/PlanPicture.tsx";
import { PredictionPicture } from "./pictures/PredictionPicture.tsx";
import { RacePicture } from "./pictures/RacePicture.tsx";
import { ZonesPicture } from "./pictures/ZonesPicture.tsx";
import { french } from "../../kit/language/french_spaces.ts";

/** A tool, or the race. */
type Tool = typeof TOOLS[number] | "race";

const PICTURES: Record<Tool, ComponentType<{ language: Language }>> = {
  planner: PlanPicture,
  predictor: PredictionPicture,
  zones: ZonesPicture,
  age: AgePicture,
  group: GroupPicture,
  models: ModelsPicture,
  race: RacePicture,
};

const result = (language: Language) =>
  resultText({ distance: RESULT.distance, time: RESULT.time }, language);

const duel = (language: Language, and: string) =>
  DUEL.times.map((time) => timeText(100 * time, language)).join(and);

/** What the pictures show, in words. */
const CAPTIONS: Record<Language, Record<Tool, string>> = {
  fr: french({
    planner: `Exemple : ${distanceLabel(RACE.distance, "fr").toLowerCase()} en ${
      timeText(RACE.time, "fr")
    }, de plus en plus vite.`,
    predictor: `Exemple : d’après ${result("fr")}.`,
    zones: `Exemple : VMA ${speedText(VMA, "fr", 0)}.`,
    age: `Exemple : femme, ${result("fr")}, à quatre âges.`,
    group: `Exemple : VMA ${GROUP_VMAS.join(", ")} km/h.`,
    models: `Exemple : MyPacer et Riegel, d’après ${result("fr")}.`,
    race: `Exemple : ${duel("fr", " et ")} sur ${distanceLabel(DUEL.distance, "fr")}.`,
  }),
  en: {
    planner: `Example: ${distanceLabel(RACE.distance, "en").toLowerCase()} in ${
      timeText(RACE.time, "en")
    }, faster and faster.`,
    predictor: `Example: from ${result("en")}.`,
    zones: `Example: MAS (VMA) ${speedText(VMA, "en", 0)}.`,
    age: `Example: a woman, ${result("en")}, at four ages.`,
    group: `Example: MAS (VMA) ${GROUP_VMAS.join(", ")} km/h.`,
    models: `Example: MyPacer and Riegel, from ${result("en")}.`,
    race: `Example: ${duel("en", " and ")} over ${distanceLabel(DUEL.distance, "en")}.`,
  },
};

/** What a tool makes: drawn by its own formulas for an invented runner. */
export function ToolPicture({ language, tool }: { language: Language; tool: Tool }) {
  const Picture = PICTURES[tool];
  const caption = CAPTIONS[language][tool];
  return (
    <figure class="picture">
      <svg viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`} role="img" aria-label={caption}>
        <Picture language={language} />
      </svg>
      <figcaption aria-hidden="true">{caption}</figcaption>
    </figure>
  );
}
