import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import type { TableActions } from "./table_actions.ts";
import type { Language } from "../../kit/language/language.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import {
  type FieldName,
  fieldTexts,
  type Problems,
  ROW_FIELDS,
  stateSearch,
  type TableInput,
  type Typed,
} from "../../kit/table_state/table_fields.ts";
import {
  type TableState,
  withAthlete,
  withoutAthlete,
  withRows,
} from "../../kit/table_state/table_state.ts";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import {
  isMinorAthlete,
  listedAthlete,
  type ShownAthlete,
  unnamedAthlete,
} from "../../kit/athletes/shown_athlete.ts";
import type { Notes } from "../../kit/forms/field.ts";
import { readRecords } from "../../kit/browser/api.ts";
import { readers } from "./later_scripts.ts";
import {
  athletesToBegin,
  forgetChosen,
  forgetRemembered,
  rememberChosen,
  type RememberedAthletes,
  rememberedAthletes,
  rememberMe,
} from "./remembered_athletes.ts";
import { updateLinks, writeAddress } from "./table_address.ts";
import { forgetSettings, loadSettings, saveSettings } from "./saved_settings.ts";

/** Initial data of the table, as the server drew it. */
export interface TableStart {
  language: Language;
  input: TableInput;
  athletes: ShownAthlete[];
}

/** The table in the browser: its state and actions. */
export interface TableStore {
  state: ReadonlySignal<TableState>;
  typed: ReadonlySignal<Typed>;
  /** Problems that the visitor should see now. */
  problems: ReadonlySignal<Problems>;
  /** Notes on fields that the visitor should see now. */
  notes: ReadonlySignal<Notes<FieldName>>;
  athletes: ReadonlySignal<ShownAthlete[]>;
  /** The browser has settings of the visitor. */
  hasSettings: ReadonlySignal<boolean>;
  /** The athletes that the browser keeps; none before scripts run. */
  remembered: ReadonlySignal<RememberedAthletes>;
  /** The last announcement to screen readers. */
  announcement: ReadonlySignal<string>;
  actions: TableActions;
  announce(text: string): void;
  /**
   * Takes over the page: loads pending records, follows back and forward.
   *
   * @param then Called once the settings of earlier visits are restored.
   */
  start(then: () => void): () => void;
}

/** Texts of the fields: in the notation chosen, but for those being typed and those refused. */
export function inputTexts(state: TableState, drafts: Partial<Typed>, language: Language): Typed {
  return { ...fieldTexts(state, state.notation ?? textsOf(language).notation), ...drafts };
}

/** Fields that somebody types in; the others are chosen from. */
const TYPED_FIELDS: readonly FieldName[] = [...ROW_FIELDS, "over", "d", "vma", "mine"];

/** Those entries of a record by field that pass. */
function entriesOf<T>(
  all: Partial<Record<FieldName, T>>,
  passes: (name: FieldName, value: T) => boolean,
): Partial<Record<FieldName, T>> {
  const entries = Object.entries(all) as [FieldName, T][];
  return Object.fromEntries(entries.filter(([name, value]) => passes(name, value))) as typeof all;
}

/** Texts that were refused and can be typed on. */
function refusedDrafts({ refused }: TableInput): Partial<Typed> {
  return entriesOf(refused, (name) => TYPED_FIELDS.includes(name));
}

/** Makes the store of one page. */
export function createTableStore({ language, input, athletes }: TableStart): TableStore {
  const texts = textsOf(language);
  const state = signal(input.state);
  /** What was typed since the fields were last drawn from the state, or refused. */
  const drafts = signal(refusedDrafts(input));
  /** Those drafts that came before the readers: what is done meanwhile leaves them to be read. */
  let unread: Partial<Typed> = {};
  const allProblems = signal(input.problems);
  const allNotes = signal(input.notes);
  /** Fields that somebody is typing in: nothing is said of them yet. */
  const inTyping = signal<ReadonlySet<FieldName>>(new Set());
  const athletesById = signal(new Map(athletes.map((athlete) => [athlete.ffaId, athlete])));
  const announcement = signal("");
  /** Whether the browser has settings; read once scripts run. */
  const hasSettings = signal(false);

  const remembered = signal<RememberedAthletes>({ me: null, chosen: [] });
  /** Changes what the browser keeps of athletes. */
  const remember = (change: () => void) => {
    change();
    remembered.value = rememberedAthletes();
  };

  const putAthlete = (athlete: ShownAthlete) => {
    athletesById.value = new Map(athletesById.value).set(athlete.ffaId, athlete);
  };
  const load = async (ffaId: string, renew = false): Promise<void> => {
    const before = athletesById.value.get(ffaId) ?? unnamedAthlete(ffaId, "loading");
    putAthlete({ ...before, missing: "loading" });
    const read = await readRecords(ffaId, renew);
    const now = read.missing === null || before.name === null
      ? read
      : { ...before, missing: read.missing };
    putAthlete(now);
    // Who is not in the directory any more is kept nowhere.
    if (now.missing === "unknown") remember(() => forgetChosen(ffaId));
    if (!state.value.athletes.includes(ffaId)) return;
    const name = now.name ?? texts.athletes.unnamed(ffaId);
    announcement.value = now.missing === null
      ? texts.athletes.added(name, now.records.length)
      : texts.athletes.addedNoRecords(name);
  };
  const loadMissing = () => {
    for (const ffaId of state.value.athletes) {
      const athlete = athletesById.value.get(ffaId);
      if (!athlete || athlete.missing === "loading") void load(ffaId);
    }
  };

  /** Shows another state; the address and the settings follow. */
  const show = (next: TableState, how: "push" | "replace" | "later") => {
    const before = state.value;
    state.value = next;
    writeAddress(next, how);
    saveSettings(next, before);
    hasSettings.value = loadSettings() !== null;
  };
  /** Shows another state, in fields drawn anew. */
  const goTo = (next: TableState, how: "push" | "replace") => {
    const { by, over, unit } = state.value;
    // Of other rows what was typed says something else.
    if (next.by !== by || next.over !== over || next.unit !== unit) unread = {};
    batch(() => {
      drafts.value = unread;
      allProblems.value = {};
      allNotes.value = {};
      show(next, how);
    });
    loadMissing();
  };

  /** Reads what was typed; a refused field leaves the table as it was. */
  const readDrafts = () =>
    readers.use(({ readChanges }) => {
      unread = {};
      const read = readChanges(state.value, drafts.value);
      allProblems.value = read.problems;
      allNotes.value = read.notes;
      if (stateSearch(read.state) !== stateSearch(state.value)) show(read.state, "later");
    });

  const actions: TableActions = {
    type(field, text) {
      batch(() => {
        unread = { ...unread, [field]: text };
        drafts.value = { ...drafts.value, [field]: text };
        inTyping.value = new Set([...inTyping.value, field]);
        readDrafts();
      });
    },
    commit(field) {
      // An emptied bound means nothing: the table still has it, and so does the field again.
      drafts.value = entriesOf(
        drafts.value,
        (name, text) => text.trim() !== "" || !ROW_FIELDS.some((row) => row === name),
      );
      inTyping.value = new Set([...inTyping.value].filter((name) => field && name !== field));
    },
    aim(text) {
      readers.use(({ readGoal }) => {
        const read = text.trim() === "" ? { value: state.value.over } : readGoal(text);
        if (!read.problem) {
          goTo(withRows(state.value, "time", read.value), "replace");
          allNotes.value = read.note ? { over: read.note } : {};
          return;
        }
        batch(() => {
          drafts.value = { ...drafts.value, over: text };
          allProblems.value = { ...allProblems.value, over: read.problem };
        });
      });
    },
    go: (next) => goTo(next, "push"),
    adjust: (next) => goTo(next, "replace"),
    chooseUnit: (unit) =>
      readers.use(({ withUnit }) => goTo(withUnit(state.value, unit), "replace")),
    forget() {
      forgetSettings();
      hasSettings.value = false;
      announcement.value = texts.controls.forgotten;
    },
    choose(hit: AthleteHit) {
      if (state.value.athletes.length >= MAX_ATHLETES) return;
      if (!athletesById.value.has(hit.ffa_id)) putAthlete(listedAthlete(hit, "loading"));
      goTo(withAthlete(state.value, hit.ffa_id), "push");
      if (!isMinorAthlete(hit)) remember(() => rememberChosen(hit.ffa_id));
    },
    remove(ffaId) {
      const name = athletesById.value.get(ffaId)?.name ?? texts.athletes.unnamed(ffaId);
      goTo(withoutAthlete(state.value, ffaId), "push");
      remember(() => forgetChosen(ffaId));
      announcement.value = texts.athletes.removed(name);
    },
    sayMe: (me) => remember(() => rememberMe(me)),
    forgetAthletes() {
      remember(forgetRemembered);
      announcement.value = texts.athletes.forgotten;
    },
    retry: (ffaId) => void load(ffaId),
    renew: (ffaId) => void load(ffaId, true),
  };

  return {
    state,
    typed: computed(() => inputTexts(state.value, drafts.value, language)),
    problems: computed(() => entriesOf(allProblems.value, (name) => !inTyping.value.has(name))),
    notes: computed(() => entriesOf(allNotes.value, (name) => !inTyping.value.has(name))),
    announcement,
    hasSettings,
    remembered,
    actions,
    athletes: computed(() =>
      state.value.athletes.map((id) => athletesById.value.get(id) ?? unnamedAthlete(id, "loading"))
    ),
    announce: (text) => announcement.value = text,
    start(then) {
      const follow = () =>
        readers.use(({ readParameters }) => {
          const read = readParameters(new URLSearchParams(location.search));
          batch(() => {
            state.value = read.state;
            drafts.value = { ...refusedDrafts(read), ...unread };
            allProblems.value = read.problems;
            allNotes.value = read.notes;
          });
          updateLinks();
          loadMissing();
        });
      addEventListener("popstate", follow);
      // What was changed since hydration is not in the address yet.
      const isUntouched = () => state.value === input.state;
      // Without a connection the page of another state may have come: the address says which one is
      // meant.
      if (isUntouched() && location.search !== stateSearch(input.state)) {
        readers.use(({ readParameters }) => {
          const asked = readParameters(new URLSearchParams(location.search)).state;
          if (isUntouched() && stateSearch(asked) !== stateSearch(state.value)) follow();
        });
      }
      const settings = loadSettings();
      const begin = athletesToBegin();
      // Where nothing is kept, what the server drew stands as it is.
      if (begin.length > 0) remembered.value = rememberedAthletes();
      hasSettings.value = settings !== null;
      loadMissing();
      // A link is complete: only the bare page gets what is kept.
      if (settings === null && begin.length === 0 || location.search !== "") then();
      else {
        readers.use(({ readParameters }) => {
          if (isUntouched()) {
            const { state: before } = readParameters(new URLSearchParams(settings ?? ""));
            goTo({ ...before, athletes: begin }, "replace");
          }
          then();
        });
      }
      return () => removeEventListener("popstate", follow);
    },
  };
}
