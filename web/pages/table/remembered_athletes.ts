/**
 * The athletes that come back at the next visit, and who of them the visitor is: their ids alone,
 * in this browser alone.
 */
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import { browserStorage } from "../../kit/browser/browser_storage.ts";

/** Key of the browser's storage; the value is `ME;ID,ID`. */
const KEY = "mypacer.chosen";

/** Ids that the browser keeps. */
export interface RememberedAthletes {
  /** Who the visitor is; null while that was not said. */
  me: string | null;
  /** In the order in which they were chosen. */
  chosen: string[];
}

/** What the browser keeps; what something else wrote there is left out. */
export function rememberedAthletes(): RememberedAthletes {
  const [me = "", chosen = ""] = (browserStorage()?.getItem(KEY) ?? "").split(";");
  const isId = (text: string) => /^\d{1,12}$/.test(text);
  return {
    me: isId(me) ? me : null,
    chosen: chosen.split(",").filter(isId).slice(0, MAX_ATHLETES),
  };
}

function store({ me, chosen }: RememberedAthletes): void {
  if (me === null && chosen.length === 0) return forgetRemembered();
  browserStorage()?.setItem(KEY, `${me ?? ""};${chosen.join()}`);
}

/** Remembers one more athlete. */
export function rememberChosen(ffaId: string): void {
  const { me, chosen } = rememberedAthletes();
  const others = chosen.filter((id) => id !== ffaId);
  store({ me, chosen: [...others, ffaId].slice(-MAX_ATHLETES) });
}

/** Forgets one athlete: taken off, or no longer in the directory. */
export function forgetChosen(ffaId: string): void {
  const { me, chosen } = rememberedAthletes();
  store({ me: me === ffaId ? null : me, chosen: chosen.filter((id) => id !== ffaId) });
}

/** Remembers who the visitor is; null forgets it. */
export function rememberMe(me: string | null): void {
  store({ ...rememberedAthletes(), me });
}

/** Forgets all of it. */
export function forgetRemembered(): void {
  browserStorage()?.removeItem(KEY);
}

/** Ids to begin a visit with: the visitor first. */
export function athletesToBegin(): string[] {
  const { me, chosen } = rememberedAthletes();
  return [...new Set([...me === null ? [] : [me], ...chosen])].slice(0, MAX_ATHLETES);
}
