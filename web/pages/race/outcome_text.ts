/** What a race comes to, in words. */
import { RECORD_LISTS } from "@mypacer/shared/domain/results/public_record.ts";
import type { Language } from "../../kit/language/language.ts";
import { athleteName } from "../../kit/athletes/RecordMark.tsx";
import { metersText } from "./meters_text.ts";
import type { Race, Runner } from "./race_runners.ts";
import { raceTexts } from "./texts.ts";

/** Most of those behind who are named. */
const MOST_NAMED = 3;

/** Who of a race is called what: a predicted time is named as one. */
export function runnerName({ athlete, predicted, held }: Runner, language: Language): string {
  const list = held && RECORD_LISTS.find((list) => list === athlete.ffaId);
  const name = list ? raceTexts(language).record[list] : athleteName(athlete, language);
  return predicted === null ? name : raceTexts(language).predictedName(name);
}

/** How far the others are when the first finishes; null for fewer than two runners. */
export function outcomeText({ runners }: Pick<Race, "runners">, language: Language): string | null {
  if (runners.length < 2) return null;
  const t = raceTexts(language);
  const list = (parts: readonly string[]) => {
    const last = parts.at(-1) ?? "";
    return parts.length < 2 ? last : parts.slice(0, -1).join(", ") + t.and + last;
  };
  const first = runners.filter(({ place }) => place === 1);
  const behind = runners.filter(({ place }) => place > 1).sort((a, b) => a.gap - b.gap);
  const named = behind.slice(0, behind.length > MOST_NAMED ? MOST_NAMED - 1 : MOST_NAMED);
  const parts = named.map((runner, at) =>
    (at === 0 ? t.isAt : t.at)(runnerName(runner, language), metersText(runner.gap, language))
  );
  if (named.length < behind.length) parts.push(t.others);
  const names = list(first.map((runner) => runnerName(runner, language)));
  const sentence = (first.length > 1 ? t.outcomeTogether : t.outcome)(names, list(parts));
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
