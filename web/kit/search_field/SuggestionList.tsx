import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Language } from "../language/language.ts";
import { textsOf } from "../texts/texts.ts";
import { AthleteLine } from "../athletes/AthleteLine.tsx";

/** Id of a suggestion in the list of an id. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** The list under the search field. Its options are read, not focused: focus stays in the field. */
export function SuggestionList({
  id,
  label,
  language,
  hits,
  message,
  answer,
  foot,
  active,
  chosen,
  full,
  pick,
}: {
  id: string;
  /** Accessible name of the list. */
  label: string;
  language: Language;
  hits: readonly AthleteHit[];
  message: string | null;
  /** Figures that the text asks for, above the list. */
  answer?: ComponentChildren;
  /** Content below the list: links or a button. */
  foot: ComponentChildren;
  /** Option selected with the arrow keys, or -1. */
  active: number;
  chosen: readonly string[];
  full: boolean;
  pick: (hit: AthleteHit) => void;
}) {
  const t = textsOf(language).search;
  useEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // A click in the list must not take the focus out of the field.
    <div class="suggestions" onMouseDown={(event) => event.preventDefault()}>
      {answer}
      <ul id={id} role="listbox" aria-label={label} hidden={hits.length === 0}>
        {hits.map((hit, index) => {
          const taken = chosen.includes(hit.ffa_id);
          return (
            <li
              key={hit.ffa_id}
              id={optionId(id, index)}
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
      {/* Beside the list, not in it: options are chosen, links are followed. */}
      {foot}
    </div>
  );
}
