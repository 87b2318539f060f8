import { LENGTH_UNITS, type LengthUnit, type Speed } from "@mypacer/shared/domain/measure/pace.ts";
import {
  COOPER_LIMITS,
  HALF_COOPER_LIMITS,
  VAMEVAL_LIMITS,
  VAMEVAL_STAGE,
} from "@mypacer/shared/domain/models/vma_protocols.ts";
import { choiceField, type FormInput, pageForm } from "../../kit/forms/read_fields.ts";
import type { PageField } from "../../kit/forms/fields.ts";
import { readDistance, readVma } from "../../kit/forms/read_values.ts";
import { distanceCode, type Race, raceFields, raceTexts } from "../../kit/tools/race_fields.ts";
import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";

/** Where VMA comes from. */
export const VMA_SOURCES = ["vma", "result", "half-cooper", "vameval", "cooper"] as const;
/** The field tests among them. */
export type FieldTest = Exclude<typeof VMA_SOURCES[number], "vma" | "result">;

/** Stages of the VAMEVAL, km/h as the address writes them. */
export const STAGES = Array.from(
  { length: (VAMEVAL_LIMITS.fastest - VAMEVAL_LIMITS.slowest) / VAMEVAL_STAGE.step + 1 },
  (_, stage) => String(VAMEVAL_LIMITS.slowest + stage * VAMEVAL_STAGE.step),
);
/** Time held in the stage after, s: nobody counts it closer. */
export const HELD = ["0", "15", "30", "45"] as const;

/** Everything that the zones are made from; the race is what counts by `result`. */
export interface ZonesState extends Race {
  by: typeof VMA_SOURCES[number];
  /** km/h; used by `vma`. */
  vma: Speed;
  /** Run in 6 min, m; used by `half-cooper`. */
  halfCooper: number;
  /** Run in 12 min, m; used by `cooper`. */
  cooper: number;
  /** Last stage run whole and seconds of the next; used by `vameval`. */
  stage: string;
  held: typeof HELD[number];
  unit: LengthUnit;
}

/** Names of the fields, and of the parameters of the URL. */
export type ZonesField = "by" | "vma" | "d" | "t" | "m6" | "m12" | "stage" | "held" | "unit";
/** Input from a URL or the form. */
export type ZonesInput = FormInput<ZonesState, ZonesField>;

/** VMA of a first visit, km/h: the example. */
const FIRST_VMA = 15;
/** What other ways to a VMA begin with: a runner of about that VMA. */
const FIRST_RACE: Race = { distance: 10_000, time: 270_000 };
const FIRST_METERS = { "half-cooper": 1500, cooper: 2800 } as const;
const FIRST_STAGE = "15";

/** The field of a test by distance. */
function metersField<Name extends "m6" | "m12">(
  name: Name,
  { test, shortest, longest }: {
    test: keyof typeof FIRST_METERS;
    shortest: number;
    longest: number;
  },
): PageField<ZonesState, number, Name> {
  return {
    name,
    counts: ({ by }) => by === test,
    missing: "distance-missing",
    usual: () => FIRST_METERS[test],
    needed: true,
    write: distanceCode,
    show: (meters, language) => writeInput({ kind: "distance", meters }, language),
    read: (text) => readDistance(text, { min: shortest, max: longest }),
  };
}

const isVameval = ({ by }: ZonesState) => by === "vameval";

/** The fields of the zones, with the example of a first visit. */
export const ZONES = pageForm<ZonesState, ZonesField>({
  // An address tells a VMA and a result by what else it holds.
  by: {
    ...choiceField("by", VMA_SOURCES),
    write: (by) => by === "vma" || by === "result" ? "" : by,
  },
  vma: {
    name: "vma",
    counts: ({ by }) => by === "vma",
    missing: "vma-missing",
    // Else a VMA of 15 would be taken for the example.
    needed: true,
    usual: () => FIRST_VMA,
    write: String,
    read: readVma,
  },
  ...raceFields<ZonesState>(FIRST_RACE, {
    counts: ({ by }) => by === "result",
    needed: true,
  }),
  halfCooper: metersField("m6", { test: "half-cooper", ...HALF_COOPER_LIMITS }),
  cooper: metersField("m12", { test: "cooper", ...COOPER_LIMITS }),
  stage: {
    ...choiceField("stage", [FIRST_STAGE, ...STAGES]),
    counts: isVameval,
    needed: true,
  },
  held: { ...choiceField("held", HELD), counts: isVameval },
  unit: choiceField("unit", LENGTH_UNITS),
}, (texts) => {
  const hasRace = texts.d !== undefined || texts.t !== undefined;
  // What an address does not tell begins with the example's, so that a choice has an answer at once.
  return {
    vma: String(FIRST_VMA),
    m6: distanceCode(FIRST_METERS["half-cooper"]),
    m12: distanceCode(FIRST_METERS.cooper),
    stage: FIRST_STAGE,
    ...!hasRace && raceTexts(FIRST_RACE),
    ...texts,
    by: texts.by || (hasRace && texts.vma === undefined ? "result" : VMA_SOURCES[0]),
  };
});
