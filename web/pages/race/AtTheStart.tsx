import EnglishSearchBox from "../../islands/EnglishSearchBox.tsx";
import FrenchSearchBox from "../../islands/FrenchSearchBox.tsx";
import { RACE, raceAddress } from "../../kit/addresses/race_settings.ts";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import { withoutAthlete } from "../../kit/table_state/table_state.ts";
import type { RaceData } from "./load.ts";
import { raceTexts } from "./texts.ts";

/** Who is at the start: letter, name, and a link that takes each out. */
export function AtTheStart({ language, state, athletes, distance, predicted }: RaceData) {
  const t = raceTexts(language);
  if (athletes.length === 0) return null;
  return (
    <section aria-labelledby="start-heading">
      <h2 id="start-heading" class="hidden">{t.chosen}</h2>
      <ul class="race-chosen">
        {athletes.map((athlete, slot) => {
          const name = athleteName(athlete, language);
          const others = withoutAthlete(state, athlete.ffaId);
          return (
            <li key={athlete.ffaId} class={`slot-${slot}`}>
              <Badge slot={slot} /> <span>{name}</span>
              <a
                rel="nofollow"
                aria-label={t.remove(name)}
                href={raceAddress(language, { distance, predicted, state: others })}
              >
                <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
                  <path d="M3 3l10 10M13 3L3 13" />
                </svg>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The field to put somebody at the start, as long as there is room. */
export function AddRunner({ language, state, distance }: RaceData) {
  const t = raceTexts(language);
  if (state.athletes.length >= MAX_ATHLETES) return <p class="lead on-screen">{t.full}</p>;
  const settings = { distance, predicted: false };
  const search = {
    language,
    state,
    query: "",
    problem: null,
    target: {
      page: "race" as const,
      distance: distance === null ? "" : RACE.fields.distance.write(distance, settings),
    },
    label: state.athletes.length === 0 ? t.addFirst : t.add,
  };
  return language === "fr" ? <FrenchSearchBox {...search} /> : <EnglishSearchBox {...search} />;
}
