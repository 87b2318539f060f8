import { useComputed, useSignal } from "@preact/signals";
import { hydrate, render } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { createTableStore, type TableStart } from "./table_store.ts";
import { capturePreHydrationInput } from "./pre_hydration_input.ts";
import { startInTurns } from "./start_in_turns.ts";
import { prepareOnIntent } from "./prepare_on_intent.ts";
import { AthleteSearch } from "../../kit/search_field/AthleteSearch.tsx";
import { ChosenPlace } from "./ChosenPlace.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { ShareTable } from "./ShareTable.tsx";
import { LiveForm } from "./LiveForm.tsx";
import { asDrawn, TableFrame } from "./TableFrame.tsx";
import { IN_BROWSER } from "./in_browser.ts";
import { drawing } from "./later_scripts.ts";
import { problemText, textsOf } from "../../kit/texts/texts.ts";

/** The table: search, controls, chosen athletes, table and records, one state for all. */
export default function LiveTable(start: TableStart) {
  const { language } = start;
  const texts = textsOf(language);
  const store = useMemo(() => createTableStore(start), []);
  const { state, problems, athletes, announcement, actions } = store;
  const look = useComputed(() => ({ state: state.value, athletes: athletes.value }));
  const root = useRef<HTMLDivElement>(null);
  const ready = useSignal(false);
  const form = useRef<HTMLDivElement>(null);
  const parts = IN_BROWSER ? undefined : drawing.loaded()?.drawTable(look.value, { language });
  const liveForm = <LiveForm {...{ store, language }} columns={parts?.columns} />;
  useEffect(() => {
    const { current } = root;
    const place = form.current;
    if (current === null || place === null) return;
    let replayInput = () => {};
    return startInTurns([
      () => {
        hydrate(liveForm, place);
        replayInput = capturePreHydrationInput(current);
        return () => render(null, place);
      },
      () => store.start(() => replayInput()),
      () => void (ready.value = true),
      () =>
        prepareOnIntent(current, {
          language,
          announce: store.announce,
          pin: (pace) => {
            const mine = pace === state.value.mine ? null : pace;
            actions.adjust({ ...state.value, mine });
          },
        }),
    ]);
  }, []);

  const isNamed = state.value.athletes.length > 0;
  const chosen = useComputed(() => ({
    language,
    state: state.value,
    athletes: athletes.value,
    problem: problemText(problems.value.athletes, language),
    actions,
    remembered: store.remembered.value,
  }));

  return (
    <div class="pace-table" ref={root}>
      <Hero
        heading={texts.home.heading}
        lead={
          <>
            {texts.home.lead} <span class="lead-more">{texts.home.leadMore}</span>
          </>
        }
        compact={isNamed}
      >
        <AthleteSearch
          language={language}
          state={state.value}
          choose={actions.choose}
          announce={store.announce}
        />
      </Hero>
      <div class="wide">
        <ChosenPlace chosen={chosen} />
        {/* Hydrated in a task of its own: it takes as long as all the rest. */}
        <div ref={form} class="form-place" {...asDrawn(liveForm)} />
        <TableFrame {...{ look, language, parts }} go={actions.go} />
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
