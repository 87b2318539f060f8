import { RECORD_LISTS, type RecordList } from "@mypacer/shared/domain/results/public_record.ts";
import { PUBLIC_RECORDS } from "@mypacer/shared/domain/results/public_records.ts";
import { MAX_ATHLETES } from "../forms/limits.ts";
import type { Language } from "../language/language.ts";
import { textsOf } from "../texts/texts.ts";
import { eventName } from "./event_name.ts";
import { type ShownAthlete, unnamedAthlete } from "./shown_athlete.ts";

/** Lists of public records, to lay over the table beside the athletes, and never among them. */
export function recordLists(lists: readonly RecordList[], language: Language): ShownAthlete[] {
  return lists.map((list) => ({
    ...unnamedAthlete(list, "loading"),
    name: textsOf(language).records.lists[list],
    missing: null,
    // After all that athletes can have.
    slot: MAX_ATHLETES + RECORD_LISTS.indexOf(list),
    records: PUBLIC_RECORDS[list].map(({ holder, asOf, sources: _sources, ...record }, _, all) => ({
      ...record,
      event: eventName({ ...record, event: "" }, language),
      handTimed: false,
      wind: null,
      chipTime: null,
      best: all.every(({ distance, mark }) => distance !== record.distance || mark >= record.mark),
      held: { by: holder, asOf },
    })),
  }));
}
