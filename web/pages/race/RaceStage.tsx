import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { metersAfter } from "@mypacer/shared/domain/analysis/steady_race.ts";
import { formatSeconds } from "@mypacer/shared/domain/measure/mark.ts";
import type { Notation } from "../../kit/table_state/table_state.ts";
import { Icon } from "../../kit/icons/Icon.tsx";
import { PAUSE, PLAY } from "../../kit/icons/icons.ts";
import type { Language } from "../../kit/language/language.ts";
import { metersText } from "./meters_text.ts";
import { motionsOf, showSeconds } from "./race_motion.ts";
import { TrackLines } from "../../kit/charts/TrackLines.tsx";

/** What the moving race is made from: plain data, texts in one language. */
export interface RaceStageProps {
  language: Language;
  notation: Notation;
  /** m. */
  distance: number;
  /** In lanes from the inside; times in s. */
  runners: readonly { slot: number; letter: string; time: number; predicted: boolean }[];
  /** What came of it, said at the end. */
  outcome: string;
  texts: {
    stage: string;
    play: string;
    pause: string;
    again: string;
    speed: string;
    speeds: Readonly<Record<SpeedName, string>>;
    moment: string;
    ahead: string;
    together: string;
  };
}

const SPEEDS = { slow: 0.5, usual: 1, fast: 2 } as const;
type SpeedName = keyof typeof SPEEDS;
const SPEED_NAMES = Object.keys(SPEEDS) as SpeedName[];
/** Steps of the slider. */
const MOMENTS = 200;
/** The clock and the gap are written ten times a second, which is as fast as one can read. */
const WRITE_EVERY_MS = 100;

/** The race in motion: with scripts alone, and not where motion is unwanted. */
export default function RaceStage(
  { language, notation, distance, runners, outcome, texts }: RaceStageProps,
) {
  const stage = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const clock = useRef<HTMLElement>(null);
  const gap = useRef<HTMLElement>(null);
  const gapUnit = useRef<HTMLElement>(null);
  const animations = useRef<Animation[]>([]);
  const state = useSignal<"start" | "running" | "paused" | "finished">("start");
  const speed = useSignal<SpeedName>("usual");

  const times = runners.map(({ time }) => time);
  const first = Math.min(...times);
  const total = 1000 * showSeconds(distance, first);

  /** Share of the race that has been shown. */
  const shown = () => Math.min(1, Number(animations.current[0]?.currentTime ?? 0) / total);

  const write = () => {
    const share = shown();
    const seconds = share * first;
    const covered = times.map((time) => metersAfter(distance, time, seconds))
      .sort((a, b) => b - a);
    const ahead = (covered[0] ?? 0) - (covered[1] ?? 0);
    const time = formatSeconds(Math.max(seconds, 0.01), {
      notation,
      precision: first < 60 ? "tenths" : "seconds",
    });
    if (clock.current) clock.current.textContent = share === 0 ? "" : time;
    if (gap.current) {
      gap.current.textContent = share === 0
        ? ""
        : ahead < 0.05
        ? texts.together
        : metersText(ahead, language);
    }
    if (gapUnit.current) {
      gapUnit.current.textContent = share === 0 || ahead < 0.05 ? "" : texts.ahead;
    }
    if (slider.current) {
      slider.current.value = String(Math.round(share * MOMENTS));
      slider.current.ariaValueText = time;
    }
  };

  useEffect(() => {
    const motions = motionsOf(distance, times);
    const bibs = stage.current?.querySelectorAll(".race-bib") ?? [];
    animations.current = [...bibs].map((bib, at) => {
      const { transforms = [], ...timing } = motions[at] ?? {};
      const animation = bib.animate({ transform: transforms }, { ...timing, fill: "both" });
      animation.pause();
      return animation;
    });
    const [leader] = animations.current;
    if (leader) leader.onfinish = () => finish();
    stage.current?.classList.add("is-ready");
    return () => animations.current.forEach((animation) => animation.cancel());
  }, []);

  useEffect(() => {
    if (state.value !== "running") return;
    const timer = setInterval(write, WRITE_EVERY_MS);
    return () => clearInterval(timer);
  }, [state.value]);

  const finish = () => {
    state.value = "finished";
    write();
  };
  const seek = (share: number) => {
    for (const animation of animations.current) animation.currentTime = share * total;
  };
  const play = () => {
    if (state.value === "finished") seek(0);
    for (const animation of animations.current) {
      animation.playbackRate = SPEEDS[speed.value];
      animation.play();
    }
    state.value = "running";
  };
  const pause = () => {
    for (const animation of animations.current) animation.pause();
    state.value = "paused";
    write();
  };
  const restart = () => {
    seek(0);
    play();
  };
  const choose = (name: SpeedName) => {
    speed.value = name;
    for (const animation of animations.current) animation.updatePlaybackRate(SPEEDS[name]);
  };
  const move = (moment: number) => {
    pause();
    seek(moment / MOMENTS);
    write();
  };

  const isRunning = state.value === "running";
  return (
    <div class="race-live with-scripts">
      <div class={`race-stage${runners.length > 4 ? " race-many" : ""}`} ref={stage}>
        <TrackLines distance={distance} runners={runners.length} />
        <p class="race-infield" aria-hidden="true">
          <b ref={gap} />
          <span ref={gapUnit} />
          <span class="race-clock" ref={clock} />
        </p>
        {runners.map(({ slot, letter, predicted }) => (
          <span
            key={slot}
            class={`race-bib slot-${slot}${predicted ? " race-predicted" : ""}`}
            aria-hidden="true"
          >
            {letter}
          </span>
        ))}
      </div>
      <div class="race-controls" role="group" aria-label={texts.stage}>
        <button type="button" class="button race-play" onClick={isRunning ? pause : play}>
          <Icon path={isRunning ? PAUSE : PLAY} /> {isRunning ? texts.pause : texts.play}
        </button>
        <button
          type="button"
          class="action"
          onClick={restart}
          disabled={state.value === "start"}
        >
          {texts.again}
        </button>
        <fieldset class="race-speeds">
          <legend class="hidden">{texts.speed}</legend>
          {SPEED_NAMES.map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="race-speed"
                checked={speed.value === name}
                onChange={() => choose(name)}
              />
              <span>{texts.speeds[name]}</span>
            </label>
          ))}
        </fieldset>
        <input
          ref={slider}
          class="race-moment"
          type="range"
          min="0"
          max={MOMENTS}
          defaultValue="0"
          aria-label={texts.moment}
          onInput={(event) => move(Number(event.currentTarget.value))}
        />
      </div>
      <p class="hidden" role="status">{state.value === "finished" ? outcome : ""}</p>
    </div>
  );
}
