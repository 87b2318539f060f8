import { LENGTH_UNITS, type LengthUnit, type Speed } from "@mypacer/shared/domain/measure/pace.ts";
import { choiceField, type FormInput, pageForm } from "../../kit/forms/read_fields.ts";
import { readVma } from "../../kit/forms/read_values.ts";
import { type Race, raceFields } from "../../kit/tools/race_fields.ts";

/** Where VMA comes from. */
export const VMA_SOURCES = ["vma", "result"] as const;

/** Everything that the zones are made from; the race is what counts by `result`. */
export interface ZonesState extends Race {
  by: typeof VMA_SOURCES[number];
  /** km/h; used by `vma`. */
  vma: Speed;
  unit: LengthUnit;
}

/** Names of the fields, and of the parameters of the URL. */
export type ZonesField = "by" | "vma" | "d" | "t" | "unit";
/** Input from a URL or the form. */
export type ZonesInput = FormInput<ZonesState, ZonesField>;

/** VMA of a first visit, km/h: the example. */
const FIRST_VMA = 15;

/** The fields of the zones, with the example of a first visit. */
export const ZONES = pageForm<ZonesState, ZonesField>({
  // An address says it by what else it holds.
  by: { ...choiceField("by", VMA_SOURCES), write: () => "" },
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
  ...raceFields<ZonesState>({ distance: 10_000, time: 270_000 }, {
    counts: ({ by }) => by === "result",
    needed: true,
  }),
  unit: choiceField("unit", LENGTH_UNITS),
}, (texts) => {
  const isResult = texts.vma === undefined && (texts.d !== undefined || texts.t !== undefined);
  const by = texts.by || (isResult ? "result" : VMA_SOURCES[0]);
  // An address that tells no figure shows the example's.
  return { ...texts, by, ...by === "vma" && { vma: texts.vma ?? String(FIRST_VMA) } };
});
