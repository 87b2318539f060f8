/**
 * The fields of a page, declared once: what its address says, what the fields show and how they
 * are read (`read_fields.ts`) follows from it.
 */
import { decimalText } from "@mypacer/shared/domain/measure/write_input.ts";
import type { Language } from "../language/language.ts";
import type { Field, FieldProblemCode } from "./field.ts";
import { queryOf } from "./query.ts";

/** What a page says of one field, for its address and for what the field shows. */
export interface AddressField<State, Value, Name extends string = string> {
  /** Name of its input, and of its parameter in the address. */
  readonly name: Name;
  /**
   * The value that an address need not say, and that stands in for a refused one.
   *
   * @param state The fields before this one are in it.
   */
  usual(state: State): Value;
  /** Writes a value into the address; an empty text reads as the usual value. */
  write(value: Value, state: State): string;
  /** Writes a value into its field; as the address does, with the decimal mark, by default. */
  show?(value: Value, language: Language, state: State): string;
  /** Whether it counts beside the fields before it; else it is neither read nor written. */
  counts?(state: State): boolean;
  /** No value is usual: as long as it counts, an address has to say it. */
  readonly needed?: boolean;
  /** Why an empty field is refused; by default it stands for the usual value. */
  readonly missing?: FieldProblemCode;
  /** Longest text that is read; `MAX_TYPED` by default. */
  readonly longest?: number;
  /** The field without which it says nothing: both are taken or neither, and both are written. */
  readonly partner?: keyof State;
}

/** The same with its grammar. */
export interface PageField<State, Value, Name extends string = string>
  extends AddressField<State, Value, Name> {
  /**
   * Reads a text that is not empty.
   *
   * @param state The fields before this one are in it, the usual values of those refused.
   * @param values What each of them was read as, whatever became of it.
   */
  read(text: string, state: State, values: Partial<State>): Field<Value>;
}

/** The fields of a page, by what they are in its state, in the order they are read. */
export type AddressFields<State, Name extends string = string> = {
  readonly [Key in keyof State]-?: AddressField<State, State[Key], Name>;
};
/** The same with their grammars. */
export type PageFields<State, Name extends string = string> = {
  readonly [Key in keyof State]-?: PageField<State, State[Key], Name>;
};

/** Keys of the state, in the order of its fields. */
export function keysOf<State>(
  fields: { readonly [Key in keyof State]-?: unknown },
): (keyof State & string)[] {
  return Object.keys(fields) as (keyof State & string)[];
}

/** The parameters of a state: those that differ from what is usual. */
export function addressParameters<State, Name extends string>(
  fields: AddressFields<State, Name>,
  state: State,
): [name: Name, text: string][] {
  const keys = keysOf(fields);
  const text = (key: keyof State) => fields[key].write(state[key], state);
  const isSaid = (key: keyof State) => {
    const field = fields[key];
    return field.counts?.(state) !== false &&
      (field.needed || text(key) !== field.write(field.usual(state), state));
  };
  return keys.filter((key) => isSaid(key) || (fields[key].partner && isSaid(fields[key].partner)))
    .map((key) => [fields[key].name, text(key)]);
}

/** The canonical query string of a state: empty for a first visit, else `?name=value&…`. */
export function addressQuery<State>(fields: AddressFields<State>, state: State): string {
  return queryOf(addressParameters(fields, state));
}

/**
 * What the fields show, by name.
 *
 * @param values What they hold; of a field that holds nothing its typed text stays.
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
