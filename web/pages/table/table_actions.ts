import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import type { FieldName } from "../../kit/table_state/table_fields.ts";
import type { TableState, Unit } from "../../kit/table_state/table_state.ts";

/** What a visitor can do on the table once scripts run; without them, links and forms do it. */
export interface TableActions {
  /** A field's text changed. */
  type(field: FieldName, text: string): void;
  /** A field was left, or all of them are to be shown now. */
  commit(field?: FieldName): void;
  /** The distance of rows by time was typed. */
  aim(text: string): void;
  /** Goes to another state, as a link would. */
  go(state: TableState): void;
  /** Changes a setting: no step back leads behind it. */
  adjust(state: TableState): void;
  /** Tells paces and speeds by another unit. */
  chooseUnit(unit: Unit): void;
  /** Forgets the settings that the browser keeps. */
  forget(): void;
  choose(hit: AthleteHit): void;
  remove(ffaId: string): void;
  retry(ffaId: string): void;
  /** Has the records read from the federation again. */
  renew(ffaId: string): void;
}
