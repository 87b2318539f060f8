import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { type BoardStart, createBoard } from "../browser/board.ts";
import { showFirstMark } from "../browser/first_mark.ts";
import { rowsInView } from "../browser/rows_in_view.ts";
import { keepForOffline } from "../browser/offline.ts";
import { followLights } from "../browser/lights.ts";
import { followTips } from "../browser/tips.ts";
import { AthleteSearch } from "./AthleteSearch.tsx";
import { ChosenAthletes } from "./ChosenAthletes.tsx";
import { Hero } from "./Hero.tsx";
import { OutsideRecords } from "./OutsideRecords.tsx";
import { ShareTable } from "./ShareTable.tsx";
import { TableForm } from "./TableForm.tsx";
import { TableView } from "./TableView.tsx";
import { boardTitle } from "../i18n/board_title.ts";
import { tableOf } from "../i18n/table_cells.ts";
import { problemText, textsOf } from "../i18n/texts.ts";
import { layRecords } from "../state/overlay.ts";

/** The home page's board: search, controls, chosen athletes, table and records, one state for all. */
export default function PaceBoard(start: BoardStart) {
  const { language } = start;
  const texts = textsOf(language);
  const board = useMemo(() => createBoard(start), []);
  const { state, typed, problems, athletes, said, actions } = board;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => board.start(), []);
  useEffect(keepForOffline, []);
  const title = useComputed(() => boardTitle(state.value, athletes.value, language));
  useEffect(() => {
    document.title = `${title.value} · ${texts.siteName}`;
  }, [title.value]);
  useEffect(() => root.current ? followTips(root.current) : undefined, []);
  const ready = useSignal(false);
  useEffect(() => {
    ready.value = true;
    return root.current ? followLights(root.current) : undefined;
  }, []);

  // What the table depends on, so that typing in a refused field or choosing an athlete who is still
  // being read draws nothing again.
  const table = useComputed(() => tableOf(state.value));
  // Once a newly shown athlete's records are there, some of them are in view.
  const shown = athletes.value.filter(({ records }) => records.length > 0)
    .map(({ ffaId }) => ffaId).join();
  useEffect(() => {
    const frame = root.current?.querySelector<HTMLElement>(".frame");
    if (frame && shown !== "") showFirstMark(frame);
  }, [shown]);
  // A large table is drawn in two goes: what is in view at once, the rest in the next frame.
  const settled = useSignal(table.value);
  useSignalEffect(() => {
    const next = table.value;
    requestAnimationFrame(() => setTimeout(() => settled.value = next));
  });
  const overlay = useComputed(() => layRecords(table.value, athletes.value, state.value));
  const view = useComputed(() => (
    <TableView
      language={language}
      state={state.value}
      table={table.value}
      overlay={overlay.value}
      lights={ready.value}
      most={settled.value === table.value ? undefined : rowsInView(root.current)}
    />
  ));

  return (
    <div class="board" ref={root}>
      <Hero
        heading={texts.home.heading}
        lead={texts.home.lead}
        compact={state.value.athletes.length > 0}
      >
        <AthleteSearch
          language={language}
          state={state.value}
          choose={actions.choose}
          announce={board.say}
        />
      </Hero>
      <div class="wide">
        <TableForm
          language={language}
          state={state.value}
          typed={typed.value}
          problems={problems.value}
          actions={actions}
          kept={board.kept.value}
        />
        <ChosenAthletes
          language={language}
          state={state.value}
          athletes={athletes.value}
          problem={problemText(problems.value.athletes, texts)}
          actions={actions}
        />
        {view.value}
        <ShareTable
          language={language}
          state={state.value}
          scripts={ready.value}
          announce={board.say}
        />
        <OutsideRecords
          language={language}
          state={state.value}
          outside={overlay.value.outside}
          go={actions.go}
        />
      </div>
      <p class="hidden" role="status">{said.value}</p>
    </div>
  );
}
