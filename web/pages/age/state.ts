import type { Sex } from "@mypacer/shared/domain/people/category.ts";
import { choiceField, pageForm } from "../../kit/forms/read_fields.ts";
import { readAdultAge } from "../../kit/forms/read_values.ts";
import { type Race, raceFields, raceTexts } from "../../kit/tools/race_fields.ts";
import type { FormInput } from "../../kit/forms/read_fields.ts";

/** Sexes that the tables distinguish. */
export const SEXES = ["F", "M"] as const satisfies readonly Sex[];
/** Courses with tables of their own. */
export const COURSES = ["road", "track"] as const;

/** Everything that an age grade is made from. */
export interface AgeState extends Race {
  sex: Sex;
  /** On the day of the race, whole years. */
  age: number;
  course: typeof COURSES[number];
}

/** Names of the fields, and of the parameters of the URL. */
export type AgeField = "sex" | "age" | "d" | "t" | "on";
/** Input from a URL or the form. */
export type AgeInput = FormInput<AgeState, AgeField>;

/** Road races are hardly ever shorter, m: what is shorter is graded by the track's table. */
const SHORTEST_ROAD_RACE = 5000;
/** The example of a first visit. */
const FIRST = { sex: "F", age: "50" } as const;
const FIRST_RACE: Race = { distance: 10_000, time: 270_000 };

/** The fields of age grading. */
export const AGE = pageForm<AgeState, AgeField>({
  sex: { ...choiceField("sex", SEXES), needed: true },
  age: {
    name: "age",
    usual: () => Number(FIRST.age),
    needed: true,
    write: String,
    read: readAdultAge,
  },
  ...raceFields<AgeState>(FIRST_RACE, { needed: true }),
  course: choiceField(
    "on",
    COURSES,
    ({ distance }) => distance < SHORTEST_ROAD_RACE ? "track" : "road",
  ),
}, (texts) => ({
  ...FIRST,
  ...texts.d === undefined && texts.t === undefined && raceTexts(FIRST_RACE),
  ...texts,
}));
