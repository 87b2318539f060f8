/** Reads the fields of a page, as the page declares them (`fields.ts`). */
import { type Field, type Notes, type Problems, readChoice, refuse, typedText } from "./field.ts";
import { addressQuery, keysOf, type PageField, type PageFields } from "./fields.ts";

/** An address or a form as a page reads it. */
export interface FormInput<State, Name extends string = string> {
  /** Can always be shown: defaults replace what was refused. */
  state: State;
  /** Values of the fields that could be read, also of those that are not used. */
  values: Partial<State>;
  /** Texts of the fields as typed; of an absent one the text of its default. */
  typed: Readonly<Record<Name, string>>;
  /** How fields were read that could also be read in another way. */
  notes: Notes<Name>;
  problems: Problems<Name>;
}

/** Texts of fields, by name; absent for a parameter that an address does not contain. */
export type FieldTexts<Name extends string> = Partial<Record<Name, string>>;

/** Texts of the fields among parameters; checkboxes of one name are joined by commas. */
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

/** Reads the text of one field. @param fallback The value where there is no text. */
function readField<State, Value>(
  { needed, missing, usual, read }: PageField<State, Value>,
  text: string | undefined,
  { state, values, fallback }: { state: State; values: Partial<State>; fallback: Value },
): Field<Value> {
  if (text === undefined && !needed) return { value: fallback };
  if (text) return read(text, state, values);
  return missing === undefined ? { value: usual(state) } : refuse(missing, "");
}

/**
 * Reads the texts of the fields.
 *
 * @param before A state whose values replace the defaults where a text is absent or refused.
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
  const fallbackOf = <Key extends keyof State>(key: Key) =>
    before === undefined ? fields[key].usual(state) : before[key];
  for (const key of keysOf(fields)) {
    const field = fields[key];
    const { name, partner } = field;
    const isUsed = field.counts?.(state) !== false;
    const fallback = fallbackOf(key);
    const { value, note, problem } = readField(field, texts[name], { state, values, fallback });
    if (value !== undefined) values[key] = value;
    typed[name] = texts[name] || (value === undefined ? "" : field.write(value, state));
    state[key] = isUsed && value !== undefined ? value : fallback;
    if (isUsed && note) notes[name] = note;
    if (isUsed && problem) problems[name] = problem;
    // The second of two partners decides for both.
    if (partner === undefined || typed[fields[partner].name] === undefined) continue;
    if (!problems[name] && !problems[fields[partner].name]) continue;
    state[key] = fallback;
    state[partner] = fallbackOf(partner);
  }
  return { state, values, typed, notes, problems };
}

/** A choice between some values; by default the first is the default. */
export function choiceField<State, Value extends string, Name extends string>(
  name: Name,
  values: readonly [Value, ...Value[]],
  usual: (state: State) => Value = () => values[0],
): PageField<State, Value, Name> {
  return { name, usual, write: String, read: (text) => readChoice(text, values) };
}

/** What follows from the fields of a page. */
export interface PageForm<State, Name extends string = string> {
  fields: PageFields<State, Name>;
  /** The state of a first visit: all defaults. */
  first: State;
  read(parameters: URLSearchParams): FormInput<State, Name>;
  /** The canonical query string of a state. */
  search(state: State): string;
}

/**
 * Makes the form of a page from its fields.
 *
 * @param prepare Changes the texts before they are read, for fields that depend on which others the
 *   address contains.
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
