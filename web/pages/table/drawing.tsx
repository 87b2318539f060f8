/** Draws the table, and the records that have no cell in it. */
import { render, type VNode } from "preact";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { recordLists } from "../../kit/athletes/record_lists.ts";
import { layRecords } from "../../kit/athletes/overlay.ts";
import type { Language } from "../../kit/language/language.ts";
import { tableOf } from "../../kit/table_state/table_cells.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { leftOutWhenNarrow } from "../../kit/table_state/column_sets.ts";
import { AllColumns } from "./AllColumns.tsx";
import { ChosenAthletes, type ChosenProps } from "./ChosenAthletes.tsx";
import { REDRAW } from "./frame_events.ts";
import { OutsideRecords } from "./OutsideRecords.tsx";
import { rowsInView } from "./rows_in_view.ts";
import { tableTitle } from "./table_title.ts";
import { TableView } from "./TableView.tsx";

export { ChosenAthletes } from "./ChosenAthletes.tsx";

/** Draws the chosen athletes in their place; who was chosen last is in view. */
export function drawChosen(chosen: ChosenProps, place: Element): void {
  const before = place.querySelectorAll(".pill").length;
  render(<ChosenAthletes {...chosen} />, place);
  const last = place.querySelector(".pill:last-child");
  if (place.querySelectorAll(".pill").length > before) last?.scrollIntoView({ block: "nearest" });
}

/** What the table is drawn from. */
export interface TableLook {
  state: TableState;
  athletes: readonly ShownAthlete[];
}

/** How it is drawn. */
interface DrawingOptions {
  language: Language;
  /** Goes to another state in place, once scripts run. */
  go?: (state: TableState) => void;
  /** Whether scripts draw it: then it offers what needs them. */
  scripts?: boolean;
}

/** The parts of the page that are drawn anew when the table changes. */
export interface DrawnTable {
  /** The table. @param most Number of rows to draw; all by default. */
  table(most?: number): VNode;
  /** How many of the columns a narrow screen shows. */
  columns: VNode;
  /** Records without a cell. */
  outside: VNode;
}

/** Draws the table of a state. */
export function drawTable(
  { state, athletes }: TableLook,
  { language, go, scripts = false }: DrawingOptions,
): DrawnTable {
  const table = tableOf(state);
  const owners = [...athletes, ...recordLists(state.records, language)];
  const overlay = layRecords(table, owners, state);
  return {
    table: (most) => <TableView {...{ language, state, table, overlay, scripts, most }} />,
    columns: <AllColumns language={language} minor={leftOutWhenNarrow(state, table, overlay)} />,
    outside: <OutsideRecords {...{ language, state, outside: overlay.outside, go }} />,
  };
}

/**
 * Makes what draws the table anew in the browser, in two steps: the visible rows at once, the rest
 * in the next frame.
 */
export function createRedraw(
  { frame, columns, outside, ...options }:
    & DrawingOptions
    & Record<"frame" | "columns" | "outside", Element>,
): (look: TableLook) => void {
  let latest: DrawnTable | null = null;
  return (look) => {
    const { language } = options;
    const drawn = drawTable(look, { ...options, scripts: true });
    latest = drawn;
    frame.dispatchEvent(new Event(REDRAW));
    render(drawn.table(rowsInView(frame)), frame);
    render(drawn.columns, columns);
    render(drawn.outside, outside);
    document.title = `${tableTitle(look.state, look.athletes, language)} · ${
      textsOf(language).siteName
    }`;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (latest === drawn) render(drawn.table(), frame);
      })
    );
  };
}
