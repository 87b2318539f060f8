import type { ComponentChildren } from "preact";
import type { Language } from "../../kit/language/language.ts";
import { asDrawn, COLUMNS_PLACE } from "./TableFrame.tsx";
import { TableForm } from "./TableForm.tsx";
import type { TableStore } from "./table_store.ts";

/** The form of the table with what the store holds; it follows the store by itself. */
export function LiveForm({ store, language, columns }: {
  store: TableStore;
  language: Language;
  /** How many columns a narrow screen shows, as the server draws it. */
  columns?: ComponentChildren;
}) {
  return (
    <TableForm
      language={language}
      state={store.state.value}
      typed={store.typed.value}
      notes={store.notes.value}
      problems={store.problems.value}
      actions={store.actions}
      hasSettings={store.hasSettings.value}
      columns={<div class={COLUMNS_PLACE} {...asDrawn(columns)} />}
    />
  );
}
