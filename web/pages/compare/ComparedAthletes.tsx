import { comparisonTexts } from "./texts.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import type { ComparisonData } from "./load.ts";
import { withoutAthlete } from "../../kit/table_state/table_state.ts";
import { comparisonParameters } from "../../kit/addresses/comparison_settings.ts";
import { athleteFacts } from "../../kit/athletes/AthleteLine.tsx";
import { RecordsState } from "../../kit/athletes/RecordsState.tsx";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import { stateParameters } from "../../kit/table_state/table_fields.ts";
import { withAthletes } from "../../kit/addresses/compared_athletes.ts";
import { HiddenInputs } from "../../kit/forms/HiddenInputs.tsx";
import { athleteAddress, comparisonAddress } from "../../kit/addresses/athlete_address.ts";

/**
 * The compared athletes: letter, color, facts, state of their records, and a link to remove each.
 */
export function ComparedAthletes({ language, state, age, byAge, athletes }: ComparisonData) {
  const t = comparisonTexts(language);
  if (athletes.length === 0) return null;
  return (
    <section aria-labelledby="chosen-heading">
      <h2 id="chosen-heading" class="hidden">{t.chosen}</h2>
      {/* Records that could not be read are asked for again by a button of this form. */}
      <form class="chosen-athletes" method="get" action={PATHS[language].compare}>
        <HiddenInputs
          parameters={[...stateParameters(state), ...comparisonParameters({ age, byAge })]}
        />
        <ul class="chips">
          {athletes.map((athlete, slot) => {
            const name = athleteName(athlete, language);
            return (
              <li key={athlete.ffaId} class={`chip slot-${slot}`}>
                <Badge slot={slot} />
                <div class="chip-text">
                  <p class="chip-name">
                    {athlete.missing === "unknown" ? name : (
                      <a
                        href={athleteAddress(language, athlete.ffaId, { age, state })}
                        rel="nofollow"
                      >
                        {name}
                      </a>
                    )}
                  </p>
                  {athlete.name !== null && (
                    <p class="chip-facts">{athleteFacts(athlete, language)}</p>
                  )}
                  <RecordsState language={language} athlete={athlete} />
                </div>
                <a
                  class="chip-remove"
                  rel="nofollow"
                  aria-label={t.remove(name)}
                  href={comparisonAddress(language, {
                    age,
                    byAge,
                    state: withoutAthlete(state, athlete.ffaId),
                  })}
                >
                  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <path d="M3 3l10 10M13 3L3 13" />
                  </svg>
                </a>
              </li>
            );
          })}
        </ul>
      </form>
      {athletes.length === 2 && (
        <a
          class="action swap on-screen"
          rel="nofollow"
          href={comparisonAddress(language, {
            age,
            byAge,
            state: withAthletes(state, [...state.athletes].reverse()),
          })}
        >
          {t.swap}
        </a>
      )}
    </section>
  );
}
