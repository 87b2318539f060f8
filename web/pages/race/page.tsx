import "./style.css";
import { metersAfter } from "@mypacer/shared/domain/analysis/steady_race.ts";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { formatSeconds } from "@mypacer/shared/domain/measure/mark.ts";
import { comparisonAddress } from "../../kit/addresses/athlete_address.ts";
import { PATHS, picturePath } from "../../kit/addresses/paths.ts";
import { RACE_DISTANCES, raceAddress, raceSearch } from "../../kit/addresses/race_settings.ts";
import { slotLetter } from "../../kit/athletes/overlay.ts";
import { athleteName } from "../../kit/athletes/RecordMark.tsx";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { AskAgain } from "../../kit/frame/AskAgain.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { distanceInSentence } from "../../kit/language/distance_in_sentence.ts";
import { formatCount, formatDecimal } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import RunningTrack from "../../islands/RunningTrack.tsx";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { type Written, writtenAs } from "../../kit/table_state/table_cells.ts";
import { AddRecords, AddRunner, AtTheStart } from "./AtTheStart.tsx";
import type { RaceData } from "./load.ts";
import { metersText } from "./meters_text.ts";
import { outcomeText, runnerName } from "./outcome_text.ts";
import { showSeconds } from "./race_motion.ts";
import { RaceResult } from "./RaceResult.tsx";
import type { Race } from "./race_runners.ts";
import { isSprint, lapOfPicture } from "../../kit/charts/track_scene.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { raceTexts } from "./texts.ts";
import { TrackStill } from "../../kit/charts/TrackStill.tsx";

/** Athletes around the track, each at the even pace of a record. */
export function RacePage(data: RaceData) {
  const { language, facts, state, predicted, athletes, lists, race, problem } = data;
  const t = raceTexts(language);
  const names = [...athletes, ...lists].map((athlete) => athleteName(athlete, language));
  const isLoading = problem === "loading" || athletes.some(({ missing }) => missing === "loading");
  const label = race && distanceLabel(race.distance, language);
  const outcome = race && outcomeText(race, language);
  const search = raceSearch({ distance: race?.distance ?? null, predicted, state });
  return (
    <Page
      language={language}
      name="race"
      search={search}
      title={race ? t.titleOf(distanceInSentence(race.distance, language), names) : t.title}
      hidden
      preview={{
        title: label === null ? t.title : t.heading(label),
        picture: picturePath(language, PATHS[language].race) + search,
      }}
      facts={facts}
    >
      {isLoading && <AskAgain />}
      <Hero heading={label === null ? t.title : t.heading(label)}>
        <p class={outcome === null ? "lead" : "verdict-sentence"}>{outcome ?? t.lead}</p>
        {outcome === null && <AddRunner {...data} />}
      </Hero>
      <div class="wide race">
        <AddressProblems {...data} />
        {names.length === 0 && <p>{t.nobody} {t.nobodyHelp}</p>}
        {outcome === null && <AtTheStart {...data} />}
        {outcome === null && <MoreRecords {...data} />}
        {problem !== null && <p class="notice" role="status">{t[problem]}</p>}
        {athletes.some(({ missing }) => missing === "limited") && (
          <p class="notice">{textsOf(language).athletes.limited}</p>
        )}
        {race && <RaceParts {...data} race={race} outcome={outcome} />}
        <p class="results-links">
          {athletes.length > 0 && (
            <a class="action" rel="nofollow" href={comparisonAddress(language, { state })}>
              {t.compare}
            </a>
          )} <a href={PATHS[language].table + stateSearch(state)}>{t.table}</a>
        </p>
      </div>
    </Page>
  );
}

/** Records of the world and of France, folded. */
function MoreRecords(data: RaceData) {
  return (
    <details class="filters on-screen">
      <summary>{raceTexts(data.language).records}</summary>
      <AddRecords {...data} />
    </details>
  );
}

/** Parts of the address that are left out. */
function AddressProblems({ language, address, wrongDistance }: RaceData) {
  const t = raceTexts(language);
  const problems = [
    wrongDistance === null ? null : t.wrongDistance(wrongDistance),
    address.unreadable.length > 0 ? t.unreadable(address.unreadable.join(", ")) : null,
    address.beyond.length > 0 ? t.beyond(address.beyond.join(", ")) : null,
  ].filter((problem) => problem !== null);
  return problems.length === 0 ? null : (
    <div class="notice notice-wrong" role="alert">
      {problems.map((problem) => <p key={problem}>{problem}</p>)}
    </div>
  );
}

function RaceParts(data: RaceData & { race: Race; outcome: string | null }) {
  const { language, state, race, outcome } = data;
  const written = writtenAs(state, language);
  const t = raceTexts(language);
  return (
    <>
      <Distances {...data} />
      <div class="race-main">
        {outcome === null
          ? <p>{t.tooFew(distanceInSentence(race.distance, language))}</p>
          : <Pictures {...{ race, outcome, written }} />}
        <div class="race-beside">
          <Aside {...data} />
          {race.runners.length > 0 && <RaceResult {...{ race, state, written }} />}
          {outcome !== null && (
            <div class="race-more on-screen">
              <AtTheStart {...data} />
              <details class="filters">
                <summary>{t.add}</summary>
                <div class="add-panel">
                  <AddRunner {...data} />
                </div>
              </details>
              <MoreRecords {...data} />
            </div>
          )}
        </div>
      </div>
      {outcome !== null && <HowCounted {...{ race, written }} />}
    </>
  );
}

/** Choice of the distance, with how many have run each. */
function Distances(data: RaceData & { race: Race }) {
  const { language, state, predicted, athletes, lists, race, counts } = data;
  const t = raceTexts(language);
  const adults = athletes.length + lists.length - (race.aside.get("minor")?.length ?? 0);
  const offered = RACE_DISTANCES.filter((distance) =>
    (counts.get(distance) ?? 0) > 0 || distance === race.distance
  );
  return (
    <nav class="race-distances" aria-label={t.distances}>
      {offered.map((distance) => (
        <a
          key={distance}
          rel="nofollow"
          href={raceAddress(language, { distance, predicted, state })}
          aria-current={distance === race.distance ? "page" : undefined}
        >
          {distanceLabel(distance, language)}
          <RunCount count={counts.get(distance) ?? 0} of={adults} language={language} />
        </a>
      ))}
    </nav>
  );
}

/** How many of the adults have run a distance, where that is not all. */
function RunCount({ count, of, language }: { count: number; of: number; language: Language }) {
  if (count >= of) return null;
  return (
    <span class="race-count">
      <span aria-hidden="true">{count}/{of}</span>
      <span class="hidden">{raceTexts(language).runners(count)}</span>
    </span>
  );
}

/** The race in motion, and in still pictures where nothing may move. */
function Pictures({ race: { distance, runners }, outcome, written }: {
  race: Race;
  outcome: string;
  written: Written;
}) {
  const { language, notation } = written;
  const t = raceTexts(language);
  const first = Math.min(...runners.map(({ time }) => time)) / 100;
  const label = distanceLabel(distance, language);
  const drawn = runners.map(({ slot, time, predicted }) => ({
    slot,
    time: time / 100,
    predicted: predicted !== null,
  }));
  const clockText = (seconds: number) =>
    formatSeconds(seconds, { notation, precision: first < 60 ? "tenths" : "seconds" });
  const moments = [
    { clock: 0, caption: t.start },
    { clock: first / 2, caption: t.halfway(clockText(first / 2)) },
    { clock: first, caption: t.finish(clockText(first)) },
  ];
  return (
    <div class="race-pictures">
      <RunningTrack
        {...{ language, notation, distance, outcome }}
        runners={drawn.map((runner) => ({ ...runner, letter: slotLetter(runner.slot) }))}
        texts={{
          stage: t.stage(label),
          play: t.play,
          pause: t.pause,
          again: t.again,
          speed: t.speed,
          speeds: t.speeds,
          moment: t.moment,
          ahead: t.ahead,
          together: t.together,
        }}
      />
      <section class="race-stills" aria-label={t.stills}>
        {moments.map(({ clock, caption }) => (
          <TrackStill
            key={clock}
            {...{ distance, clock, caption }}
            runners={drawn}
            label={t.still(
              runners.map((runner) =>
                t.covered(
                  runnerName(runner, language),
                  metersText(metersAfter(distance, runner.time / 100, clock), language),
                )
              ).join(", "),
            )}
          />
        ))}
      </section>
    </div>
  );
}

/** Who does not run, why, and the way to let them. */
function Aside({ language, state, race, predicted }: RaceData & { race: Race }) {
  const t = raceTexts(language);
  const { aside, distance, runners } = race;
  const isPredicting = runners.some((runner) => runner.predicted !== null);
  if (aside.size === 0 && !predicted) return null;
  const label = distanceInSentence(distance, language);
  const namesOf = (some: readonly ShownAthlete[]) =>
    some.map((athlete) => athleteName(athlete, language)).join(", ");
  const link = (to: boolean, text: string) => (
    <a rel="nofollow" href={raceAddress(language, { distance, predicted: to, state })}>{text}</a>
  );
  return (
    <div class="notice race-aside">
      {[...aside].map(([why, some]) => (
        <p key={why}>
          {t.aside[why === "noRecord" && predicted ? "noPrediction" : why](namesOf(some), label)}
          {why === "noRecord" && !predicted && some.some(({ slot }) => slot === undefined) && (
            <>{" "}{link(true, t.withPredictions)}</>
          )}
        </p>
      ))}
      {isPredicting && <p>{t.predictionHelp}</p>}
      {predicted && <p>{link(false, t.withoutPredictions)}</p>}
    </div>
  );
}

/** What the pictures and figures rest on. */
function HowCounted({ race: { distance, runners }, written: { language } }: {
  race: Race;
  written: Written;
}) {
  const t = raceTexts(language);
  const first = Math.min(...runners.map(({ time }) => time)) / 100;
  const seconds = showSeconds(distance, first);
  return (
    <section class="race-how help" aria-labelledby="how-heading">
      <h2 id="how-heading">{t.howTitle}</h2>
      <p>{t.even}</p>
      <p>
        {t.lanes} {isSprint(distance) ? t.sprint : lapOfPicture(distance) > 400 && t.longLaps}
      </p>
      <p class="race-moving">
        {t.shown(
          formatDecimal(seconds, Number.isInteger(seconds) ? 0 : 1, language),
          formatCount(Math.round(first / seconds), language),
        )}
      </p>
    </section>
  );
}
