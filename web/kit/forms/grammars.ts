import { type AddressFields, keysOf, type PageField, type PageFields } from "./fields.ts";

/** How each field of a page is read. */
export type Grammars<State> = {
  readonly [Key in keyof State]-?: PageField<State, State[Key]>["read"];
};

/**
 * Fields with their grammars, where a script brings these later than what the address says. They
 * are read in the order of their grammars.
 */
export function withGrammars<State, Name extends string>(
  fields: AddressFields<State, Name>,
  grammars: Grammars<State>,
): PageFields<State, Name> {
  const read = keysOf<State>(grammars).map((key) => [key, { ...fields[key], read: grammars[key] }]);
  return Object.fromEntries(read);
}
