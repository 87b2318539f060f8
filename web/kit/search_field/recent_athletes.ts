/** The athletes chosen last in this browser: their ids alone, and of no minor. */
import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import { isMinorAthlete } from "../athletes/shown_athlete.ts";
import { findListed } from "../browser/api.ts";
import { browserStorage } from "../browser/browser_storage.ts";

/** Key of the browser's storage; the value is `ID,ID`, the latest first. */
const KEY = "mypacer.recent";
/** Key under which earlier releases kept names as well. */
const EARLIER_KEY = "mypacer.athletes";
/** Athletes kept, as many as the suggestions show. */
const MOST = 8;

function keptIds(): string[] {
  const text = browserStorage()?.getItem(KEY) ?? "";
  return text.split(",").filter((id) => /^\d{1,12}$/.test(id)).slice(0, MOST);
}

function keep(ids: readonly string[]): void {
  const storage = browserStorage();
  storage?.removeItem(EARLIER_KEY);
  if (ids.length === 0) storage?.removeItem(KEY);
  else storage?.setItem(KEY, ids.join());
}

/**
 * The athletes chosen last, the latest first, as the directory has them now: who is not in it any
 * more is forgotten. Nobody while it does not answer.
 */
export async function recentAthletes(): Promise<AthleteHit[]> {
  const ids = keptIds();
  const found = await Promise.all(ids.map(findListed));
  const gone = new Set(ids.filter((_, at) => found[at] === "unknown"));
  keep(keptIds().filter((id) => !gone.has(id)));
  return found.flatMap((one) => typeof one === "string" ? [] : [{ ...one, score: 1, match: [] }]);
}

/** Remembers in this browser that an athlete was chosen. */
export function rememberAthlete(hit: AthleteHit): void {
  if (isMinorAthlete(hit)) return;
  keep([hit.ffa_id, ...keptIds().filter((id) => id !== hit.ffa_id)].slice(0, MOST));
}

/** Forgets the athletes chosen last. */
export function forgetAthletes(): void {
  keep([]);
}
