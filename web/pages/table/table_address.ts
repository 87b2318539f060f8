import { renewPrintedFoot } from "../../kit/print/renew_foot.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";

let waiting: ReturnType<typeof setTimeout> | undefined;
/** Wait before typing reaches the address bar, ms: browsers refuse a new address at every key. */
const ADDRESS_AFTER = 400;

/**
 * Writes the state into the address bar: as a new entry, in place, or in place once typing pauses.
 */
export function writeAddress(state: TableState, how: "push" | "replace" | "later"): void {
  clearTimeout(waiting);
  const address = `${location.pathname}${stateSearch(state)}`;
  const write = () => {
    if (how === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    updateLinks();
  };
  if (how === "later") waiting = setTimeout(write, ADDRESS_AFTER);
  else write();
}

/** Updates links to the same state elsewhere, such as the language switch, and the printed foot. */
export function updateLinks(): void {
  renewPrintedFoot();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-keeps-state]")) {
    link.search = location.search;
  }
}
