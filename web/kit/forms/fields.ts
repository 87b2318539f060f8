/**
 * The fields of a page are declared once. From this follow its address and the texts of its inputs
 * (here), and how both are read (`read_fields.ts`).
 */
import { decimalText } from "@mypacer/shared/domain/measure/write_input.ts";
import type { Language } from "../language/language.ts";
import type { Field, FieldProblemCode } from "./field.ts";
import { queryOf } from "./query.ts";

/** A field without its grammar: all that the address and the input need to show a value. */
export interface AddressField<State, Value, Name extends string = string> {
  /** Name of its input and of its parameter in the address. */
  readonly name: Name;
  /**
   * The default: the address leaves it out, and it replaces a value that was refused.
   *
   * @param state Holds the fields that are read before this one.
   */
  usual(state: State): Value;
  /** The text of a value in the address. An empty text is read as the default. */
  write(value: Value, state: State): string;
  /** The text of a value in its input; by default that of the address, with the decimal mark. */
  show?(value: Value, language: Language, state: State): string;
  /** Whether the field is used at all, given the fields before it; always by default. */
  counts?(state: State): boolean;
  /** The address always contains it, as long as the field is used. */
  readonly needed?: boolean;
  /** Why an empty text is refused; by default it is read as the default. */
  readonly missing?: FieldProblemCode;
  /** Longest text that is read; `MAX_TYPED` by default. */
  readonly longest?: number;
  /** A field that makes sense only together with this one: both are accepted, or neither is. */
  readonly partner?: keyof State;
}

/** A field with its grammar. */
export interface PageField<State, Value, Name extends string = string>
  extends AddressField<State, Value, Name> {
  /**
   * Reads a text that is not empty.
   *
   * @param state Holds the fields before this one, with the defaults of those that were refused.
   * @param values The values of those that could be read.
   */
  read(text: string, state: State, values: Partial<State>): Field<Value>;
}

/** Fields without grammars, by their key in the state of the page. */
export type AddressFields<State, Name extends string = string> = {
  readonly [Key in keyof State]-?: AddressField<State, State[Key], Name>;
};
/** The fields of a page, by their key in its state, in the order in which they are read. */
export type PageFields<State, Name extends string = string> = {
  readonly [Key in keyof State]-?: PageField<State, State[Key], Name>;
};

/** Keys of the state, in the order of its fields. */
export function keysOf<State>(
  fields: { readonly [Key in keyof State]-?: unknown },
): (keyof State & string)[] {
  return Object.keys(fields) as (keyof State & string)[];
}

/** The parameters of a state: its values that are not the defaults. */
export function addressParameters<State, Name extends string>(
  fields: AddressFields<State, Name>,
  state: State,
): [name: Name, text: string][] {
  const keys = keysOf(fields);
  const text = (key: keyof State) => fields[key].write(state[key], state);
  const isWritten = (key: keyof State) => {
    const field = fields[key];
    return field.counts?.(state) !== false &&
      (field.needed || text(key) !== field.write(field.usual(state), state));
  };
  return keys.filter((key) =>
    isWritten(key) || (fields[key].partner && isWritten(fields[key].partner))
  )
    .map((key) => [fields[key].name, text(key)]);
}

/** The canonical query string of a state: empty for the defaults, else `?name=value&…`. */
export function addressQuery<State>(fields: AddressFields<State>, state: State): string {
  return queryOf(addressParameters(fields, state));
}

/**
 * The texts of the inputs, by name.
 *
 * @param values Values of the fields; a field without one keeps the text that was typed.
 */
export function shownTexts<State, Name extends string>(
  fields: AddressFields<State, Name>,
  { values, typed }: { values: Partial<State>; typed?: Readonly<Record<Name, string>> },
  language: Language,
): Record<Name, string> {
  const texts = { ...typed } as Record<Name, string>;
  for (const key of keysOf(fields)) {
    const value = values[key];
    if (value === undefined) continue;
    const { name, show, write } = fields[key];
    texts[name] = show === undefined
      ? decimalText(write(value, values as State), language)
      : show(value, language, values as State);
  }
  return texts;
}
