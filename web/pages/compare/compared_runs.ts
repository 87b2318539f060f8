import type { ComparedAthlete, Comparison } from "@mypacer/shared/contract/comparison.ts";
import { divideByAge } from "@mypacer/shared/domain/results/run_record.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";

/** An athlete in the tables and the picture of a comparison. */
export interface RankedAthlete {
  /** Place among the athletes of the page: letter, color and pattern. */
  slot: number;
  athlete: ShownAthlete;
  minor: boolean;
  runs: ComparedAthlete["runs"];
}

/** Why an athlete is not in them. */
export type WithoutRuns =
  | "unknown"
  | "gone"
  | "unread"
  | "none"
  | "tooOld"
  | "notGraded"
  | "minorByAge";

/**
 * Divides the athletes of a page: those with something to compare, and the others with the reason.
 *
 * @param today ISO date.
 */
export function divideCompared(
  athletes: readonly ShownAthlete[],
  { max_age: maxAge, athletes: compared }: Pick<Comparison, "max_age" | "athletes">,
  today: string,
): { ranked: RankedAthlete[]; without: Map<WithoutRuns, ShownAthlete[]> } {
  const ranked: RankedAthlete[] = [];
  const without = new Map<WithoutRuns, ShownAthlete[]>();
  athletes.forEach((athlete, slot) => {
    const found = compared.find((one) => one.athlete.ffa_id === athlete.ffaId);
    const { minor = true, runs = [] } = found ?? {};
    if (runs.length > 0) return ranked.push({ slot, athlete, minor, runs });
    const { kept } = divideByAge(athlete.records, { maxAge, today });
    const why = whyWithout(athlete, {
      missing: found?.missing ?? null,
      minor,
      recent: kept.length > 0,
    });
    if (why !== null) without.set(why, [...without.get(why) ?? [], athlete]);
  });
  return { ranked, without };
}

/** Why an athlete has nothing to compare; null while the records are being read. */
function whyWithout(
  { missing: unread, records }: ShownAthlete,
  { missing, minor, recent }: {
    missing: ComparedAthlete["missing"];
    minor: boolean;
    /** Whether there are records as recent as the filter asks. */
    recent: boolean;
  },
): WithoutRuns | null {
  if (unread === "loading") return null;
  if (unread === "unknown" || unread === "gone") return unread;
  if (unread !== null || missing !== null) return "unread";
  if (records.length === 0) return "none";
  if (!recent) return "tooOld";
  return minor ? "minorByAge" : "notGraded";
}
