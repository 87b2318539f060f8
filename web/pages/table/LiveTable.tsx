import type { PaceTable } from "@mypacer/shared/domain/table/pace_table.ts";
import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { createTableStore, type TableStart } from "./table_store.ts";
import { showFirstMark } from "./first_mark.ts";
import { rowsInView } from "./rows_in_view.ts";
import { capturePreHydrationInput } from "./pre_hydration_input.ts";
import { followLights } from "./lights.ts";
import { startInTurns } from "./start_in_turns.ts";
import { followTips } from "./tips.ts";
import { AthleteSearch } from "../../kit/search_field/AthleteSearch.tsx";
import { ChosenAthletes } from "./ChosenAthletes.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { OutsideRecords } from "./OutsideRecords.tsx";
import { ShareTable } from "./ShareTable.tsx";
import { TableForm } from "./TableForm.tsx";
import { IN_BROWSER, TableFrame } from "./TableFrame.tsx";
import { TableView } from "./TableView.tsx";
import { tableTitle } from "./table_title.ts";
import { tableOf } from "../../kit/table_state/table_cells.ts";
import { problemText, textsOf } from "../../kit/texts/texts.ts";
import { layRecords, NOTHING_LAID } from "../../kit/athletes/overlay.ts";

/** The table: search, controls, chosen athletes, table and records, one state for all. */
export default function LiveTable(start: TableStart) {
  const { language } = start;
  const texts = textsOf(language);
  const store = useMemo(() => createTableStore(start), []);
  const { state, typed, problems, athletes, announcement, actions } = store;
  const root = useRef<HTMLDivElement>(null);
  const title = useComputed(() => tableTitle(state.value, athletes.value, language));
  useEffect(() => {
    document.title = `${title.value} · ${texts.siteName}`;
  }, [title.value]);
  const ready = useSignal(false);
  const replayInput = useRef(() => {});
  useLayoutEffect(() => {
    if (root.current !== null) replayInput.current = capturePreHydrationInput(root.current);
  }, []);
  useEffect(() => {
    const { current } = root;
    if (current === null) return;
    return startInTurns([
      () => store.start(() => replayInput.current()),
      () => void (ready.value = true),
      () => followTips(current),
      () => followLights(current),
    ]);
  }, []);

  // Only the inputs of the table, so that it is not redrawn while a field is wrong or an athlete is
  // still being read.
  const table = useComputed(() => tableOf(state.value));
  // Once a newly shown athlete's records are there, some of them are in view.
  const shown = athletes.value.filter(({ records }) => records.length > 0)
    .map(({ ffaId }) => ffaId).join();
  useEffect(() => {
    const frame = root.current?.querySelector<HTMLElement>(".frame");
    if (frame && shown !== "") showFirstMark(frame);
  }, [shown]);
  // A large table is drawn in two steps: the visible rows at once, the rest in the next frame.
  const first = useRef<PaceTable>();
  const settled = useSignal<PaceTable | null>(null);
  useSignalEffect(() => {
    const next = table.value;
    if (next === first.current) return;
    requestAnimationFrame(() => setTimeout(() => settled.value = next));
  });
  // Without athletes nothing needs the table before hydration.
  const overlay = useComputed(() =>
    athletes.value.length === 0
      ? NOTHING_LAID
      : layRecords(table.value, athletes.value, state.value)
  );
  const view = useComputed(() => (
    <TableView
      language={language}
      state={state.value}
      table={table.value}
      overlay={overlay.value}
      scripts={IN_BROWSER}
      most={(settled.value ?? (first.current ??= table.value)) === table.value
        ? undefined
        : rowsInView(root.current)}
    />
  ));

  return (
    <div class="pace-table" ref={root}>
      <Hero
        heading={texts.home.heading}
        lead={texts.home.lead}
        compact={state.value.athletes.length > 0}
      >
        <AthleteSearch
          language={language}
          state={state.value}
          choose={actions.choose}
          announce={store.announce}
        />
      </Hero>
      <div class="wide">
        <TableForm
          language={language}
          state={state.value}
          typed={typed.value}
          notes={store.notes.value}
          problems={problems.value}
          actions={actions}
          hasSettings={store.hasSettings.value}
        />
        <ChosenAthletes
          language={language}
          state={state.value}
          athletes={athletes.value}
          problem={problemText(problems.value.athletes, language)}
          actions={actions}
        />
        <TableFrame view={view} language={language} />
        <ShareTable
          language={language}
          state={state.value}
          scripts={ready}
          announce={store.announce}
        />
        <OutsideRecords
          language={language}
          state={state.value}
          outside={overlay.value.outside}
          go={actions.go}
        />
      </div>
      <p class="hidden" role="status">{announcement.value}</p>
    </div>
  );
}
