import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { createTableStore, type TableStart } from "./table_store.ts";
import { capturePreHydrationInput } from "./pre_hydration_input.ts";
import { startInTurns } from "./start_in_turns.ts";
import { prepareOnIntent } from "./prepare_on_intent.ts";
import { AthleteSearch } from "../../kit/search_field/AthleteSearch.tsx";
import { ChosenAthletes } from "./ChosenAthletes.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { ShareTable } from "./ShareTable.tsx";
import { TableForm } from "./TableForm.tsx";
import { TableFrame } from "./TableFrame.tsx";
import { problemText, textsOf } from "../../kit/texts/texts.ts";

/** The table: search, controls, chosen athletes, table and records, one state for all. */
export default function LiveTable(start: TableStart) {
  const { language } = start;
  const texts = textsOf(language);
  const store = useMemo(() => createTableStore(start), []);
  const { state, typed, problems, athletes, announcement, actions } = store;
  const root = useRef<HTMLDivElement>(null);
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
      () => prepareOnIntent(current),
    ]);
  }, []);

  const look = useComputed(() => ({ state: state.value, athletes: athletes.value }));

  return (
    <div class="pace-table" ref={root}>
      <Hero
        heading={texts.home.heading}
        lead={
          <>
            {texts.home.lead} <span class="lead-more">{texts.home.leadMore}</span>
          </>
        }
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
        <TableFrame look={look} language={language} go={actions.go} />
        <ShareTable
          language={language}
          state={state.value}
          scripts={ready}
          announce={store.announce}
        />
      </div>
      <p class="hidden" role="status">{announcement.value}</p>
    </div>
  );
}
