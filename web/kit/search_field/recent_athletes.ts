import { isMinor } from "@mypacer/shared/domain/people/minor.ts";
import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import { browserStorage } from "../browser/browser_storage.ts";

/** Key of the browser's storage for the athletes chosen last. */
const KEY = "mypacer.athletes";
/** Athletes kept, as many as the suggestions show. */
const MOST = 8;
/** Longest time they are kept, ms: nobody who asked to be left out stays for good. */
const KEPT_FOR = 30 * 24 * 3600 * 1000;

interface Kept {
  hit: AthleteHit;
  at: number;
}

function isKept(value: unknown): value is Kept {
  const { hit, at } = value as Kept;
  return typeof hit?.ffa_id === "string" && typeof hit.name === "string" &&
    Date.now() - at < KEPT_FOR;
}

function read(): Kept[] {
  const text = browserStorage()?.getItem(KEY) ?? "[]";
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((one) => one !== null && isKept(one)) : [];
  } catch (error) {
    // Something else wrote there: our data are lost.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** The athletes chosen last in this browser, the latest first. */
export function recentAthletes(): AthleteHit[] {
  return read().map(({ hit }) => hit);
}

/** Remembers in this browser that an athlete was chosen. */
export function rememberAthlete(hit: AthleteHit): void {
  // Of who may be under age nothing is kept.
  if (isMinor(hit.birth_year ?? hit.birth_year_max, new Date().getFullYear())) return;
  const others = read().filter(({ hit: { ffa_id: id } }) => id !== hit.ffa_id);
  // The matching parts of the name have no meaning later.
  const kept = [{ hit: { ...hit, match: [] }, at: Date.now() }, ...others].slice(0, MOST);
  browserStorage()?.setItem(KEY, JSON.stringify(kept));
}

/** Forgets the athletes chosen last. */
export function forgetAthletes(): void {
  browserStorage()?.removeItem(KEY);
}
