/**
 * The fields of the table, declared once: names, usual values, how the address and the fields write
 * them. Their grammars come later, with a script of their own (`table_input.ts`).
 */
import type { Language } from "@mypacer/shared/domain/measure/distance.ts";
import { type Pace, paceIn } from "@mypacer/shared/domain/measure/pace.ts";
import { decimalText, writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import { distancesCode } from "../forms/distance_code.ts";
import type { Notes, Problems as ProblemsOf } from "../forms/field.ts";
import { type AddressField, type AddressFields, addressParameters } from "../forms/fields.ts";
import { shownTexts } from "../forms/fields.ts";
import { MAX_LIST } from "../forms/limits.ts";
import { queryOf } from "../forms/query.ts";
import { type RowRange, scaleOf, usualRange } from "./row_kinds.ts";
import { boundText, durationText, stepText } from "./row_texts.ts";
import { DEFAULT_STATE, type Notation, type TableState } from "./table_state.ts";

/** Names of the fields, and of the parameters of the URL. */
export type FieldName =
  | "by"
  | "over"
  | "slow"
  | "fast"
  | "step"
  | "cols"
  | "d"
  | "vma"
  | "mine"
  | "unit"
  | "n"
  | "athletes"
  | "off"
  | "records"
  | "on";

/** Those that say which rows there are, in the unit of their scale. */
export const ROW_FIELDS = ["slow", "fast", "step"] as const satisfies readonly FieldName[];

/** Texts of the fields. */
export type Typed = Record<FieldName, string>;
/** What is wrong, by field. */
export type Problems = ProblemsOf<FieldName>;

/** What a URL or a form says: the state it gives, and what was typed and refused. */
export interface TableInput {
  /** Always drawable: in place of a refused field stands what is usual. */
  state: TableState;
  /** Texts that were refused, as they were typed. */
  refused: Partial<Typed>;
  /** How fields were read whose writer may have expected another reading. */
  notes: Notes<FieldName>;
  problems: Problems;
}

/** Writes a distance so that its field reads it. @param meters m. */
const distanceText = (meters: number, language: Language) =>
  writeInput({ kind: "distance", meters }, language);

/** A duration in the notation of a language: in French `3:30:00` is `3h30'00`, `4:30` is `4'30`. */
function durationIn(text: string, language: Language): string {
  // A number alone has decimals.
  if (!text.includes(":")) return decimalText(text, language);
  if (language === "en") return text;
  return text.replace(/:(?=.*:)/, "h").replace(":", "'");
}

/** A field that says which rows there are, in the unit of their scale. */
function rowField<Name extends FieldName>(
  name: Name,
  key: keyof RowRange,
  write: (value: number, state: TableState) => string,
): AddressField<TableState, number, Name> {
  return {
    name,
    usual: (state) => usualRange(scaleOf(state))[key],
    write,
    show: (value, language, state) => durationIn(write(value, state), language),
  };
}

/** A pace as an address writes it: to the tenth of a second. */
export const roundPace = (pace: Pace) => Number(pace.toFixed(1));

/** "Ma ligne" in the unit of the paces; empty for none. */
function mineText(mine: Pace | null, { unit }: Pick<TableState, "unit">): string {
  return mine === null ? "" : durationText(roundPace(paceIn(mine, unit)));
}

/** What of the first table an address need not say. */
const first = <Key extends keyof TableState>(key: Key) => () => DEFAULT_STATE[key];

/** What a list writes into the address. */
const listed = (values: readonly (string | number)[] | null) => values?.join(",") ?? "";

/** The fields, in the order that the address has them. */
export const TABLE_FIELDS: AddressFields<TableState, FieldName> = {
  by: { name: "by", usual: first("by"), write: String },
  over: {
    name: "over",
    counts: ({ by }) => by === "time",
    usual: first("over"),
    write: (meters) => distancesCode([meters]),
    show: distanceText,
  },
  slowest: rowField("slow", "slowest", boundText),
  fastest: rowField("fast", "fastest", boundText),
  step: rowField("step", "step", stepText),
  shown: { name: "cols", usual: first("shown"), write: listed, show: listed },
  custom: {
    name: "d",
    longest: MAX_LIST,
    usual: first("custom"),
    write: distancesCode,
    show: (custom, language) =>
      custom.map((meters) => distanceText(meters, language)).join(language === "fr" ? " ; " : "; "),
  },
  vma: { name: "vma", usual: first("vma"), write: (vma) => String(vma ?? "") },
  mine: {
    name: "mine",
    usual: first("mine"),
    write: mineText,
    show: (mine, language, { unit }) => durationIn(mineText(mine, { unit }), language),
  },
  unit: { name: "unit", usual: first("unit"), write: String },
  notation: { name: "n", usual: first("notation"), write: (notation) => notation ?? "" },
  athletes: { name: "athletes", usual: first("athletes"), write: listed },
  hidden: { name: "off", usual: first("hidden"), write: listed },
  records: { name: "records", usual: first("records"), write: listed },
  surfaces: { name: "on", usual: first("surfaces"), write: listed },
};

/** Parameters of a state that differ from the defaults of its kind of rows, in canonical order. */
export function stateParameters(state: TableState): [FieldName, string][] {
  return addressParameters(TABLE_FIELDS, state);
}

/** The same without those of some fields, which a form has inputs for. */
export function parametersBut(state: TableState, names: readonly FieldName[]) {
  return stateParameters(state).filter(([name]) => !names.includes(name));
}

/** The canonical query string of a state: empty for the defaults, else `?slow=…`. */
export function stateSearch(state: TableState): string {
  return queryOf(stateParameters(state));
}

/** The fields' texts in a notation: `6'30` in French, `6:30` in English. */
export function fieldTexts(state: TableState, notation: Notation): Typed {
  return shownTexts(TABLE_FIELDS, { values: state }, notation === "french" ? "fr" : "en");
}

/** Parameter of a form without scripts: the rows that it was drawn with. */
export const DRAWN_ROWS = "was";

/** What {@link DRAWN_ROWS} says of a state. */
export function drawnRows({ by, over, unit }: Pick<TableState, "by" | "over" | "unit">): string {
  return by === "time" ? `${by} ${over}` : unit === "km" ? by : `${by} ${unit}`;
}
