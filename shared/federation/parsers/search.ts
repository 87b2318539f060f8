import { z } from "zod";
import { normalizeSpaces } from "../html.ts";
import { PageShapeError, type RowProblem } from "../shape.ts";
import { readClubName } from "./club_name.ts";

/** An athlete found by the federation's own search. */
export interface SearchEntry {
  ffaId: string;
  /** As published, `SURNAME Given`. */
  name: string;
  sex: "M" | "F" | null;
  /** Name without the star; null for somebody without a club. */
  club: string | null;
}

/** The athletes found by the federation's search. */
export interface SearchPage {
  athletes: SearchEntry[];
  problems: RowProblem[];
}

/** One found athlete as sent; other keys are ignored. */
const FoundAthlete = z.object({
  actseq: z.union([z.string(), z.number()]).transform((id) => String(id).trim())
    .pipe(z.string().regex(/^\d{1,12}$/, "actseq is no id")),
  nom: z.string().transform(normalizeSpaces).pipe(z.string().min(1, "nom is no name")),
  sexe: z.string().nullish(),
  club: z.string().nullish(),
});

/** From this many unreadable entries on, the page's layout changed. */
const TELLING = 3;

function hasKeys(item: unknown): boolean {
  return typeof item === "object" && item !== null && "actseq" in item && "nom" in item;
}

/**
 * Reads the answer of the federation's search, best first as sent.
 *
 * @throws {PageShapeError} If it is no JSON list, or one of which no entry is an athlete.
 */
export function parseSearch(json: string): SearchPage {
  const athletes: SearchEntry[] = [];
  const problems: RowProblem[] = [];
  const items = readList(json);
  items.forEach((item, row) => {
    const athlete = FoundAthlete.safeParse(item);
    if (athlete.success) return void athletes.push(toEntry(athlete.data));
    // Names of fields only: their values may be names of people.
    const keys = typeof item === "object" && item !== null ? Object.keys(item).slice(0, 10) : [];
    problems.push({
      page: "search",
      row,
      message: `${athlete.error.issues[0]?.path.join(".") || "the entry"} is not understood`,
      excerpt: keys.join(", ").slice(0, 240),
      skipped: true,
    });
  });
  const [first] = problems;
  // An id or a name of another form concerns that entry only, unless all entries have it.
  const isChanged = items.length >= TELLING || !items.every(hasKeys);
  if (first !== undefined && athletes.length === 0 && isChanged) {
    throw new PageShapeError("search", `no entry is readable; ${first.message}`, {
      row: first.row,
    });
  }
  return { athletes, problems };
}

function toEntry({ actseq, nom, sexe, club }: z.output<typeof FoundAthlete>): SearchEntry {
  const sex = sexe?.trim().toUpperCase();
  return {
    ffaId: actseq,
    name: nom,
    sex: sex === "M" || sex === "F" ? sex : null,
    club: readClubName(normalizeSpaces(club ?? ""))?.name ?? null,
  };
}

function readList(json: string): unknown[] {
  // Guarded against JSONP by one client of the site: `callback([…]);`.
  const plain = json.replace(/^\ufeff/, "").trim().replace(/^[\w$.]+\(([\s\S]*)\);?$/, "$1");
  let data: unknown;
  try {
    data = JSON.parse(plain);
  } catch (cause) {
    throw new PageShapeError("search", "it is no JSON", { cause });
  }
  if (!Array.isArray(data)) throw new PageShapeError("search", "it is no list");
  return data;
}
