import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import type { TableActions } from "./table_actions.ts";
import type { Language } from "../../kit/language/language.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import {
  fieldTexts,
  type Problems,
  type TableInput,
  type Typed,
} from "../../kit/table_state/table_fields.ts";
import {
  type FieldName,
  FIELDS,
  stateSearch,
  stateTexts,
  type TableState,
  withAthlete,
  withoutAthlete,
  withRows,
} from "../../kit/table_state/table_state.ts";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import {
  listedAthlete,
  type ShownAthlete,
  unnamedAthlete,
} from "../../kit/athletes/shown_athlete.ts";
import type { Notes } from "../../kit/forms/field.ts";
import { readRecords } from "../../kit/browser/api.ts";
import { withReaders } from "./table_readers.ts";
import { forgetSettings, keepSettings, keptSettings } from "./kept_settings.ts";

/** What the table starts from: what the server drew. */
export interface TableStart {
  language: Language;
  input: TableInput;
  athletes: ShownAthlete[];
}

/** The table in the browser: what is shown, and what can be done. */
export interface TableStore {
  state: ReadonlySignal<TableState>;
  typed: ReadonlySignal<Typed>;
  /** Problems that the visitor should see now. */
  problems: ReadonlySignal<Problems>;
  /** How fields were read, likewise. */
  notes: ReadonlySignal<Notes<FieldName>>;
  athletes: ReadonlySignal<ShownAthlete[]>;
  /** The browser keeps settings. */
  kept: ReadonlySignal<boolean>;
  /** What was last said to screen readers. */
  said: ReadonlySignal<string>;
  actions: TableActions;
  say(text: string): void;
  /**
   * Takes over the page: reads what the server left open, follows back and forward.
   *
   * @param then Called once what was kept of earlier visits is in place.
   */
  start(then: () => void): () => void;
}

/** Texts of the fields: as typed where refused, else in the notation chosen. */
export function shownTexts(
  { typed, state, problems }: Pick<TableInput, "typed" | "state" | "problems">,
  language: Language,
): Typed {
  const texts = { ...fieldTexts(state, state.notation ?? textsOf(language).notation) };
  for (const name of FIELDS) if (problems[name]) texts[name] = typed[name];
  return texts;
}

/** Makes the store of one page. */
export function createTableStore({ language, input, athletes }: TableStart): TableStore {
  const texts = textsOf(language);
  const state = signal(input.state);
  const typed = signal(shownTexts(input, language));
  const wrong = signal(input.problems);
  /** Fields whose problem is shown; the others are still being typed in. */
  const left = signal<ReadonlySet<FieldName>>(new Set(FIELDS));
  const known = signal(new Map(athletes.map((athlete) => [athlete.ffaId, athlete])));
  const said = signal("");
  /** Whether the browser keeps settings; read once scripts run. */
  const kept = signal(false);
  const allNotes = signal(input.notes);
  /** Those of fields that are no longer being typed in. */
  const committed = <T>(all: Partial<Record<FieldName, T>>) =>
    Object.fromEntries(
      Object.entries(all).filter(([name]) => left.value.has(name as FieldName)),
    ) as Partial<Record<FieldName, T>>;
  const problems = computed(() => committed(wrong.value));
  const notes = computed(() => committed(allNotes.value));

  const keep = (athlete: ShownAthlete) => {
    known.value = new Map(known.value).set(athlete.ffaId, athlete);
  };
  const load = async (ffaId: string, renew = false): Promise<void> => {
    const before = known.value.get(ffaId) ?? unnamedAthlete(ffaId, "loading");
    keep({ ...before, missing: "loading" });
    const read = await readRecords(ffaId, renew);
    const now = read.missing === null || before.name === null
      ? read
      : { ...before, missing: read.missing };
    keep(now);
    if (!state.value.athletes.includes(ffaId)) return;
    const name = now.name ?? texts.athletes.unnamed(ffaId);
    said.value = now.missing === null
      ? texts.athletes.added(name, now.records.length)
      : texts.athletes.addedNoRecords(name);
  };
  const loadMissing = () => {
    for (const ffaId of state.value.athletes) {
      const athlete = known.value.get(ffaId);
      if (!athlete || athlete.missing === "loading") void load(ffaId);
    }
  };

  const keepThis = (before: TableState) => {
    keepSettings(state.value, before);
    kept.value = keptSettings() !== null;
  };
  /**
   * Texts that were typed before they could be read: what else is done meanwhile draws the fields
   * anew.
   */
  let unread: Partial<Typed> = {};
  const goTo = (next: TableState, how: "push" | "replace") => {
    const before = state.value;
    const sameRows = next.by === before.by && next.over === before.over &&
      next.unit === before.unit;
    // Of other rows they say something else.
    if (!sameRows) unread = {};
    batch(() => {
      state.value = next;
      typed.value = shownTexts({ state: next, typed: typed.value, problems: {} }, language);
      wrong.value = {};
      allNotes.value = {};
    });
    writeAddress(next, how);
    keepThis(before);
    loadMissing();
  };

  /** Reads the fields again; a refused one leaves the table as it was. */
  const readAgain = () =>
    withReaders(({ readTyped }) => {
      typed.value = { ...typed.value, ...unread };
      unread = {};
      const current = stateTexts(state.value);
      const { by, over, cols, unit, n, athletes, off, on } = current;
      // These are no texts that somebody types.
      const given = { ...typed.value, by, over, cols, unit, n, athletes, off, on };
      const read = readTyped(given);
      wrong.value = read.problems;
      allNotes.value = read.notes;
      const usable = { ...given };
      for (const name of FIELDS) {
        if (read.problems[name] || given[name] === "") usable[name] = current[name];
      }
      for (const name of ["d", "vma"] as const) if (given[name] === "") usable[name] = "";
      const next = readTyped(usable);
      if (Object.keys(next.problems).length > 0) return;
      if (stateSearch(next.state) === stateSearch(state.value)) return;
      const before = state.value;
      state.value = next.state;
      writeAddress(next.state, "later");
      keepThis(before);
    });

  const actions: TableActions = {
    type(field, text) {
      batch(() => {
        unread = { ...unread, [field]: text };
        typed.value = { ...typed.value, [field]: text };
        left.value = new Set([...left.value].filter((name) => name !== field));
        readAgain();
      });
    },
    commit(field) {
      const current = shownTexts(
        { state: state.value, typed: typed.value, problems: {} },
        language,
      );
      const refilled = { ...typed.value };
      // An emptied bound means nothing: the table still has it, and so does the field again.
      for (const name of ["slow", "fast", "step"] as const) {
        if (refilled[name].trim() === "") refilled[name] = current[name];
      }
      typed.value = refilled;
      left.value = field === undefined ? new Set(FIELDS) : new Set([...left.value, field]);
    },
    aim(text) {
      withReaders(({ readGoal }) => {
        const read = text.trim() === "" ? { value: state.value.over } : readGoal(text);
        if (!read.problem) {
          goTo(withRows(state.value, "time", read.value), "replace");
          allNotes.value = read.note ? { over: read.note } : {};
          return;
        }
        batch(() => {
          typed.value = { ...typed.value, over: text };
          wrong.value = { ...wrong.value, over: read.problem };
          left.value = new Set([...left.value, "over"]);
        });
      });
    },
    go: (next) => goTo(next, "push"),
    adjust: (next) => goTo(next, "replace"),
    chooseUnit: (unit) =>
      withReaders(({ withUnit }) => goTo(withUnit(state.value, unit), "replace")),
    forget() {
      forgetSettings();
      kept.value = false;
      said.value = texts.controls.forgotten;
    },
    choose(hit: AthleteHit) {
      if (state.value.athletes.length >= MAX_ATHLETES) return;
      if (!known.value.has(hit.ffa_id)) keep(listedAthlete(hit, "loading"));
      goTo(withAthlete(state.value, hit.ffa_id), "push");
    },
    remove(ffaId) {
      const name = known.value.get(ffaId)?.name ?? texts.athletes.unnamed(ffaId);
      goTo(withoutAthlete(state.value, ffaId), "push");
      said.value = texts.athletes.removed(name);
    },
    retry: (ffaId) => void load(ffaId),
    renew: (ffaId) => void load(ffaId, true),
  };

  return {
    state,
    typed,
    problems,
    notes,
    said,
    kept,
    actions,
    athletes: computed(() =>
      state.value.athletes.map((id) => known.value.get(id) ?? unnamedAthlete(id, "loading"))
    ),
    say: (text) => said.value = text,
    start(then) {
      const follow = () =>
        withReaders(({ readParameters }) => {
          const read = readParameters(new URLSearchParams(location.search));
          batch(() => {
            state.value = read.state;
            typed.value = shownTexts(read, language);
            wrong.value = read.problems;
            allNotes.value = read.notes;
          });
          keepLinks();
          loadMissing();
        });
      addEventListener("popstate", follow);
      // What was changed since the page woke is not in the address yet.
      const isUntouched = () => state.value === input.state;
      // Without a connection the page of another state may have come: the address says which one is
      // meant.
      if (isUntouched() && location.search !== stateSearch(input.state)) {
        withReaders(({ readParameters }) => {
          const asked = readParameters(new URLSearchParams(location.search)).state;
          if (isUntouched() && stateSearch(asked) !== stateSearch(state.value)) follow();
        });
      }
      const settings = keptSettings();
      kept.value = settings !== null;
      loadMissing();
      // A link says all it has to say: only the bare page is shown as it was left.
      if (settings === null || location.search !== "") then();
      else {
        withReaders(({ readParameters }) => {
          if (isUntouched()) {
            const { state: before } = readParameters(new URLSearchParams(settings));
            goTo({ ...before, athletes: state.value.athletes }, "replace");
          }
          then();
        });
      }
      return () => removeEventListener("popstate", follow);
    },
  };
}

let waiting: ReturnType<typeof setTimeout> | undefined;
/**
 * Wait before typing reaches the address bar, ms: browsers refuse to be written to at every key.
 */
const ADDRESS_AFTER = 400;

/**
 * Writes the state into the address bar: as a new entry, in place, or in place once typing rests.
 */
function writeAddress(state: TableState, how: "push" | "replace" | "later"): void {
  clearTimeout(waiting);
  const address = `${location.pathname}${stateSearch(state)}`;
  const write = () => {
    if (how === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    keepLinks();
  };
  if (how === "later") waiting = setTimeout(write, ADDRESS_AFTER);
  else write();
}

/**
 * Gives the links that lead to the same state elsewhere, as the language switch, what is shown now.
 */
function keepLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-keeps-state]")) {
    link.search = location.search;
  }
}
