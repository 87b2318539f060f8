import { DEFAULT_DISTANCES, sameDistance } from "@mypacer/shared/domain/distance.ts";
import type { Pace, Speed } from "@mypacer/shared/domain/pace.ts";
import { DEFAULT_BOUNDS } from "./defaults.ts";

/** Unit of the paces and speeds that the table shows. */
export type Unit = "km" | "mi";

/** Everything the visitor chose: what the URL holds. */
export interface BoardState {
  slowest: Pace;
  fastest: Pace;
  /** s/km between two rows. */
  step: number;
  /** Distances added to the official ones, m, as asked. */
  custom: number[];
  /** Maximal aerobic speed: shows the %VMA column. */
  vma: Speed | null;
  unit: Unit;
  /** Federation ids, in the order of their letters. */
  athletes: string[];
}

/** The state of a first visit. */
export const DEFAULT_STATE: BoardState = {
  ...DEFAULT_BOUNDS,
  custom: [],
  vma: null,
  unit: "km",
  athletes: [],
};

/** Distances of the columns, m, shortest first: the official ones and the visitor's. */
export function columns({ custom }: Pick<BoardState, "custom">): number[] {
  const added = custom.filter((distance, index) =>
    ![...DEFAULT_DISTANCES, ...custom.slice(0, index)].some((other) =>
      sameDistance(other, distance)
    )
  );
  return [...DEFAULT_DISTANCES, ...added].sort((a, b) => a - b);
}

/** A pace as the URL and the fields write it: `4:30`, `4:30.5`. */
export function paceText(pace: Pace): string {
  const tenths = Math.round(pace * 10);
  const minutes = Math.floor(tenths / 600);
  const seconds = (tenths % 600) / 10;
  return `${minutes}:${seconds < 10 ? "0" : ""}${seconds}`;
}

/** The fields' texts of a state, as the URL writes them. */
export function stateTexts(state: BoardState): Record<FieldName, string> {
  return {
    slow: paceText(state.slowest),
    fast: paceText(state.fastest),
    step: String(state.step),
    d: state.custom.join(","),
    vma: state.vma === null ? "" : String(state.vma),
    unit: state.unit,
    athletes: state.athletes.join(","),
  };
}

/** Parameters of the URL, in their canonical order. */
export const FIELDS = ["slow", "fast", "step", "d", "vma", "unit", "athletes"] as const;
export type FieldName = typeof FIELDS[number];

const DEFAULT_TEXTS = stateTexts(DEFAULT_STATE);

/** Parameters of a state that differ from the defaults, in canonical order. */
export function stateParameters(state: BoardState): [FieldName, string][] {
  const texts = stateTexts(state);
  return FIELDS.filter((name) => texts[name] !== DEFAULT_TEXTS[name])
    .map((name) => [name, texts[name]]);
}

/** The canonical query string of a state: empty for the defaults, else `?slow=…`. */
export function stateSearch(state: BoardState): string {
  const parameters = stateParameters(state)
    // Written by hand: colons and commas need no escape in a query and are read by people.
    .map(([name, text]) => `${name}=${encodeURIComponent(text).replaceAll(/%3A|%2C/g, unescaped)}`);
  return parameters.length === 0 ? "" : `?${parameters.join("&")}`;
}

function unescaped(code: string): string {
  return code === "%3A" ? ":" : ",";
}

/** The state with one more athlete, last; unchanged when already there. */
export function withAthlete(state: BoardState, ffaId: string): BoardState {
  return state.athletes.includes(ffaId)
    ? state
    : { ...state, athletes: [...state.athletes, ffaId] };
}

/** The state without one athlete. */
export function withoutAthlete(state: BoardState, ffaId: string): BoardState {
  return { ...state, athletes: state.athletes.filter((id) => id !== ffaId) };
}
