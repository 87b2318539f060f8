import type { ComponentChildren } from "preact";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";

/** A link to another state of the table, followed in place once scripts run. */
export function StateLink({ language, state, go, class: className, children }: {
  language: Language;
  state: TableState;
  go?: ((state: TableState) => void) | undefined;
  class?: string;
  children: ComponentChildren;
}) {
  const follow = (event: MouseEvent) => {
    if (!go || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(state);
  };
  return (
    <a class={className} href={`${PATHS[language].table}${stateSearch(state)}`} onClick={follow}>
      {children}
    </a>
  );
}
