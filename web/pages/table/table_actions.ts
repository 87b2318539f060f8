import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import type { FieldName } from "../../kit/table_state/table_fields.ts";
import type { TableState, Unit } from "../../kit/table_state/table_state.ts";

/** Actions on the table once scripts run; without scripts, links and forms do the same. */
export interface TableActions {
  /** A field's text changed. */
  type(field: FieldName, text: string): void;
  /** A field was left, or all problems are to be shown now. */
  commit(field?: FieldName): void;
  /** The distance of rows by time was typed. */
  aim(text: string): void;
  /** Goes to another state, as a link does. */
  go(state: TableState): void;
  /** Changes a setting without a new entry in the history. */
  adjust(state: TableState): void;
  /** Changes the unit of paces and speeds. */
  chooseUnit(unit: Unit): void;
  /** Forgets the settings that the browser keeps. */
  forget(): void;
  choose(hit: AthleteHit): void;
  remove(ffaId: string): void;
  /** Keeps in this browser who the visitor is; null forgets it. */
  sayMe(ffaId: string | null): void;
  /** Forgets the athletes that the browser keeps. */
  forgetAthletes(): void;
  retry(ffaId: string): void;
  /** Asks for a fresh reading of the records. */
  renew(ffaId: string): void;
}
