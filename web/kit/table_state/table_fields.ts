/** The fields of the table: what they hold, and what they show of a state. */
import type { Language } from "@mypacer/shared/domain/measure/distance.ts";
import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import { decimalText } from "../language/format.ts";
import { type FieldName, type Notation, stateTexts, type TableState } from "./table_state.ts";
import type { Notes, Problems as ProblemsOf } from "../forms/field.ts";

/** Texts of the fields as they were typed. */
export type Typed = Record<FieldName, string>;
/** What is wrong, by field. */
export type Problems = ProblemsOf<FieldName>;

/** What a URL or a form says: the state it gives, and what was typed and refused. */
export interface TableInput {
  /** Always drawable: a refused field counts as not given. */
  state: TableState;
  typed: Typed;
  /** How fields were read whose writer may have expected another reading. */
  notes: Notes<FieldName>;
  problems: Problems;
}

/** Parameter of a form without scripts: the rows that it was drawn with. */
export const DRAWN_ROWS = "was";

/** What {@link DRAWN_ROWS} says of a state. */
export function drawnRows({ by, over, unit }: Pick<TableState, "by" | "over" | "unit">): string {
  return by === "time" ? `${by} ${over}` : unit === "km" ? by : `${by} ${unit}`;
}

/** The fields' texts in a notation: `6'30` in French, `6:30` in English. */
export function fieldTexts(state: TableState, notation: Notation): Typed {
  const french = notation === "french";
  const language: Language = french ? "fr" : "en";
  const decimal = (text: string) => decimalText(text, language);
  // `3:30:00` is `3h30'00`, `4:30` is `4'30`; a number alone keeps its decimals.
  const duration = (text: string) =>
    !french || !text.includes(":")
      ? decimal(text)
      : text.split(":").length === 3
      ? text.replace(":", "h").replace(":", "'")
      : text.replace(":", "'");
  const distance = (meters: number) => writeInput({ kind: "distance", meters }, language);
  const texts = stateTexts(state);
  return {
    ...texts,
    over: distance(state.over),
    slow: duration(texts.slow),
    fast: duration(texts.fast),
    step: duration(texts.step),
    vma: decimal(texts.vma),
    d: state.custom.map(distance).join(french ? " ; " : "; "),
  };
}
