/** Draws the table, and the records that have no cell in it. */
import { hydrate, render, type VNode } from "preact";
import type { Pace } from "@mypacer/shared/domain/measure/pace.ts";
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
import { keepFocus } from "./keep_focus.ts";
import { OutsideRecords } from "./OutsideRecords.tsx";
import { createViewPainting } from "./paint_in_view.ts";
import { rowsInView } from "./rows_in_view.ts";
import { shownRows } from "./shown_rows.ts";
import { noteRowPlaces } from "./slide_rows.ts";
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
  /** The table. @param draws Whether a row is drawn already; by default all are. */
  table(draws?: (pace: Pace, at: number) => boolean): VNode;
  /** Paces of its rows, s/km. */
  paces: readonly Pace[];
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
    table: (draws) => <TableView {...{ language, state, table, overlay, scripts, draws }} />,
    paces: shownRows(table, state).map(({ row }) => row.pace),
    columns: <AllColumns language={language} minor={leftOutWhenNarrow(state, table, overlay)} />,
    outside: <OutsideRecords {...{ language, state, outside: overlay.outside, go }} />,
  };
}

/**
 * Makes what draws the table anew in the browser, in two steps: the visible rows at once, and those
 * that stay, painted as far as they are in view; in the next frame the others. What the server drew
 * is taken over as it stands.
 *
 * @param first What the server drew the table from, whose headers can be pressed by now.
 */
export function createRedraw(
  { frame, columns, outside, first, ...options }:
    & DrawingOptions
    & { first: TableLook }
    & Record<"frame" | "columns" | "outside", Element>,
): (look: TableLook) => void {
  const { language } = options;
  const draw = (look: TableLook) => drawTable(look, { ...options, scripts: true });
  let latest = draw(first);
  hydrate(latest.table(), frame);
  let there: ReadonlySet<Pace> = new Set(latest.paces);
  const paintInView = createViewPainting(frame);
  return (look) => {
    const drawn = draw(look);
    const others = drawn.paces.join() !== latest.paces.join();
    latest = drawn;
    frame.dispatchEvent(new Event(REDRAW));
    const most = rowsInView(frame);
    const before = there;
    const isFirst = (pace: Pace, at: number) => at < most || before.has(pace);
    there = new Set(drawn.paces.filter(isFirst));
    const slide = others ? noteRowPlaces(frame) : () => {};
    paintInView();
    keepFocus(frame, () => render(drawn.table(isFirst), frame));
    slide();
    render(drawn.columns, columns);
    render(drawn.outside, outside);
    document.title = `${tableTitle(look.state, look.athletes, language)} · ${
      textsOf(language).siteName
    }`;
    if (there.size === drawn.paces.length) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (latest !== drawn) return;
        there = new Set(drawn.paces);
        render(drawn.table(), frame);
      })
    );
  };
}
