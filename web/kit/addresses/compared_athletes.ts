import { type TableState, withAthlete } from "../table_state/table_state.ts";
import { MAX_ATHLETES } from "../forms/limits.ts";

/** The athletes to compare in an address, and the parts of it that are left out. */
export interface ComparedIds {
  /** Federation ids, each once, no more than can be compared. */
  ids: string[];
  /** Ids that occur more than once. */
  doubled: string[];
  /** Ids beyond those that can be compared at once. */
  beyond: string[];
  /** Parts that are not ids, as written. */
  unreadable: string[];
}

/** Longest text that is read; the rest is ignored. */
const MAX_TEXT = 2000;
/** Most unreadable parts that are shown, and the length of each. */
const MAX_NAMED = { parts: 5, characters: 40 } as const;

/**
 * Reads `athletes=` of an address: ids separated by commas, semicolons or spaces. Wrong parts are
 * collected, so that the page can show the others and name them.
 */
export function readComparedIds(parameters: URLSearchParams): ComparedIds {
  const text = parameters.getAll("athletes").join(",").replaceAll(/\p{Cf}/gu, "");
  const parts = text.slice(0, MAX_TEXT).split(/[\s,;\p{Cc}]+/u);
  // A part that is cut may be another athlete's id.
  if (text.length > MAX_TEXT) parts.pop();
  const read: ComparedIds = { ids: [], doubled: [], beyond: [], unreadable: [] };
  const addTo = (list: string[], part: string) => {
    if (!list.includes(part)) list.push(part);
  };
  for (const part of parts) {
    if (part === "") continue;
    if (!/^\d{1,12}$/.test(part)) {
      if (read.unreadable.length < MAX_NAMED.parts) {
        addTo(read.unreadable, [...part].slice(0, MAX_NAMED.characters).join(""));
      }
    } else if (read.ids.includes(part)) addTo(read.doubled, part);
    else addTo(read.ids.length < MAX_ATHLETES ? read.ids : read.beyond, part);
  }
  return read;
}

/** The state with only these athletes. */
export function withAthletes(state: TableState, athletes: readonly string[]): TableState {
  return {
    ...state,
    athletes: [...athletes],
    hidden: state.hidden.filter((ffaId) => athletes.includes(ffaId)),
  };
}

/** The state with one more athlete to compare: where it is full, in place of the last. */
export function withCompared(state: TableState, ffaId: string): TableState {
  return state.athletes.includes(ffaId) || state.athletes.length < MAX_ATHLETES
    ? withAthlete(state, ffaId)
    : withAthlete(withAthletes(state, state.athletes.slice(0, MAX_ATHLETES - 1)), ffaId);
}
