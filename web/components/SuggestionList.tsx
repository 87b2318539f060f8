import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import { useEffect } from "preact/hooks";
import type { Language } from "../i18n/language.ts";
import { textsOf } from "../i18n/texts.ts";
import { AthleteLine } from "./AthleteLine.tsx";
import { optionId } from "./AthleteSearch.tsx";

/** The list under the search field. Its options are read, not focused: focus stays in the field. */
export function SuggestionList(
  { id, language, hits, message, club, all, active, chosen, full, pick }: {
    id: string;
    language: Language;
    hits: readonly AthleteHit[];
    message: string | null;
    /** The page of the club that the text names. */
    club?: { href: string; text: string } | null;
    /** The page of all results. */
    all: { href: string; text: string };
    /** Option under the arrow keys, or -1. */
    active: number;
    chosen: readonly string[];
    full: boolean;
    pick: (hit: AthleteHit) => void;
  },
) {
  const t = textsOf(language).search;
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // Pressing the mouse in the list must not take the focus out of the field.
    <div class="suggestions" onMouseDown={(event) => event.preventDefault()}>
      <ul id={id} role="listbox" aria-label={t.results} hidden={hits.length === 0}>
        {hits.map((hit, index) => {
          const taken = chosen.includes(hit.ffa_id);
          return (
            <li
              key={hit.ffa_id}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              aria-disabled={taken || full ? "true" : undefined}
              onClick={() => pick(hit)}
            >
              <AthleteLine hit={hit} language={language} />
              {taken && <span class="athlete-taken">{t.chosen}</span>}
            </li>
          );
        })}
      </ul>
      {message && <p class="suggestions-message">{message}</p>}
      {club && <a class="suggestions-club" rel="nofollow" href={club.href}>{club.text}</a>}
      {/* Beside the list, not in it: options are chosen, links are followed. */}
      <a class="suggestions-all" rel="nofollow" href={all.href}>{all.text}</a>
    </div>
  );
}
