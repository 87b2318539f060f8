import EnglishSearchBox from "../../islands/EnglishSearchBox.tsx";
import FrenchSearchBox from "../../islands/FrenchSearchBox.tsx";
import { RACE, raceAddress } from "../../kit/addresses/race_settings.ts";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import { RECORD_LISTS } from "@mypacer/shared/domain/results/public_record.ts";
import { type TableState, withoutAthlete } from "../../kit/table_state/table_state.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import type { RaceData } from "./load.ts";
import { raceTexts } from "./texts.ts";

/** Who is at the start: letter, name, and a link that takes each out. */
export function AtTheStart({ language, state, athletes, lists, distance, predicted }: RaceData) {
  const t = raceTexts(language);
  const all = [...athletes, ...lists];
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="start-heading">
      <h2 id="start-heading" class="hidden">{t.chosen}</h2>
      <ul class="race-chosen">
        {all.map((athlete, place) => {
          const slot = athlete.slot ?? place;
          const name = athleteName(athlete, language);
          const others = withoutRunner(state, athlete.ffaId);
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

/** Lists of records that can be put at the start beside the athletes. */
export function AddRecords({ language, state, distance, predicted }: RaceData) {
  const missing = RECORD_LISTS.filter((list) => !state.records.includes(list));
  return (
    <ul class="race-records">
      {missing.map((list) => (
        <li key={list}>
          <a
            class="action"
            rel="nofollow"
            href={raceAddress(language, {
              distance,
              predicted,
              state: { ...state, records: [...state.records, list] },
            })}
          >
            {textsOf(language).records.lists[list]}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The state without an athlete, or without a list of records. */
function withoutRunner(state: TableState, id: string): TableState {
  const records = state.records.filter((list) => list !== id);
  return { ...withoutAthlete(state, id), records };
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
