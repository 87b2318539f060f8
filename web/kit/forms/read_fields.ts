/** Reads the fields of a page, as the page declares them (`fields.ts`). */
import { type Field, type Notes, type Problems, readChoice, refuse, typedText } from "./field.ts";
import { addressQuery, keysOf, type PageField, type PageFields } from "./fields.ts";

/** What an address or a form says to a page. */
export interface FormInput<State, Name extends string = string> {
  /** Can always be shown: in place of what was refused stands what is usual. */
  state: State;
  /** What each field was read as by itself; nothing of one that was refused. */
  values: Partial<State>;
  /** The texts of the fields, as they were typed. */
  typed: Readonly<Record<Name, string>>;
  /** How fields were read whose writer may have expected another reading. */
  notes: Notes<Name>;
  problems: Problems<Name>;
}

/** Texts of fields, by name; none of those that an address does not say. */
export type FieldTexts<Name extends string> = Partial<Record<Name, string>>;

/** The texts that parameters hold; boxes that are ticked come one by one. */
export function parameterTexts<State, Name extends string>(
  fields: PageFields<State, Name>,
  parameters: URLSearchParams,
): FieldTexts<Name> {
  const texts: FieldTexts<Name> = {};
  for (const key of keysOf(fields)) {
    const { name, longest } = fields[key];
    if (!parameters.has(name)) continue;
    texts[name] = typedText(parameters.getAll(name).join(","), longest);
  }
  return texts;
}

/**
 * Reads the texts of the fields.
 *
 * @param before The state that was shown: a field without a text keeps its value there.
 */
export function readTexts<State extends object, Name extends string>(
  fields: PageFields<State, Name>,
  texts: FieldTexts<Name>,
  before?: State,
): FormInput<State, Name> {
  const state = { ...before } as State;
  const values: Partial<State> = {};
  const typed = {} as Record<Name, string>;
  const notes: Notes<Name> = {};
  const problems: Problems<Name> = {};
  const seen = new Set<keyof State>();
  for (const key of keysOf(fields)) {
    const { name, needed, missing, partner, ...field } = fields[key];
    const isCounted = field.counts?.(state) !== false;
    const usual = before === undefined ? field.usual(state) : before[key];
    const text = texts[name] ?? (needed ? "" : undefined);
    const read: Field<State[typeof key]> = text === undefined
      ? { value: usual }
      : text !== ""
      ? field.read(text, state, values)
      : missing === undefined
      ? { value: field.usual(state) }
      : refuse(missing, text);
    const { value, note, problem } = read;
    if (value !== undefined) values[key] = value;
    typed[name] = text || (value === undefined ? "" : field.write(value, state));
    state[key] = isCounted && value !== undefined ? value : usual;
    seen.add(key);
    if (!isCounted) continue;
    if (note !== undefined) notes[name] = note;
    if (problem !== undefined) problems[name] = problem;
    if (partner === undefined || !seen.has(partner)) continue;
    if (problem === undefined && problems[fields[partner].name] === undefined) continue;
    state[key] = usual;
    state[partner] = fields[partner].usual(state);
  }
  return { state, values, typed, notes, problems };
}

/** The field of a choice between some values; the first is usual by default. */
export function choiceField<State, Value extends string, Name extends string>(
  name: Name,
  values: readonly [Value, ...Value[]],
  usual: (state: State) => Value = () => values[0],
): PageField<State, Value, Name> {
  return { name, usual, write: String, read: (text) => readChoice(text, values) };
}

/** How a page reads its address and writes it. */
export interface PageForm<State, Name extends string = string> {
  fields: PageFields<State, Name>;
  /** The state of a first visit. */
  first: State;
  read(parameters: URLSearchParams): FormInput<State, Name>;
  /** The canonical query string of a state. */
  search(state: State): string;
}

/**
 * Makes the form of a page from its fields.
 *
 * @param prepare Changes the texts before they are read, where one field says how another is meant.
 */
export function pageForm<State extends object, Name extends string = string>(
  fields: PageFields<State, Name>,
  prepare: (texts: FieldTexts<Name>, parameters: URLSearchParams) => FieldTexts<Name> = (texts) =>
    texts,
): PageForm<State, Name> {
  return {
    fields,
    first: readTexts(fields, {}).state,
    read: (parameters) =>
      readTexts(fields, prepare(parameterTexts(fields, parameters), parameters)),
    search: (state) => addressQuery(fields, state),
  };
}
