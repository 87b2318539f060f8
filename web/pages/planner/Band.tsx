import type { Language } from "../../kit/language/language.ts";
import type { PlannerState } from "./state.ts";
import { PLANNER_TEXTS } from "./texts.ts";
import { bandSize, type Wristband, wristbandOf } from "./wristband.ts";

/** Wristbands of a printed sheet. */
const A_SHEET = [1, 2, 3, 4] as const;

/** The wristband as it is worn, and, on paper, four to cut out. */
export function Band({ language, state, title }: {
  language: Language;
  state: PlannerState;
  title: string;
}) {
  const t = PLANNER_TEXTS[language];
  const band = wristbandOf(state, language);
  return (
    <div class="bands">
      <div class="wrist on-screen">
        <Arm />
        {/* Scrolled, it turns about the wrist. */}
        <div class="wrist-band" role="group" aria-label={t.wrist} tabIndex={0}>
          <BandLines band={band} title={title} />
        </div>
      </div>
      <p class="help on-screen">{t.bandHelp}</p>
      {band.each > 1 && <p class="help on-screen">{t.thinned(band.each)}</p>}
      <div class="strips" aria-hidden="true">
        {A_SHEET.map((number) => (
          <div key={number} class="strip-cut">
            <div class={`strip strip-${bandSize(band)}`}>
              <BandLines band={band} title={title} />
              <p class="strip-tab">{t.glue}</p>
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Title and lines of a wristband. */
function BandLines({ band, title }: { band: Wristband; title: string }) {
  return (
    <>
      <p class="band-title">{title}</p>
      <ol class="band-lines">
        {band.lines.map(({ place, time, half, fifth }) => (
          <li key={place} class={half ? "band-half" : fifth ? "band-fifth" : undefined}>
            <span>{place}</span> <b>{time}</b>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A forearm with its fist: decoration. */
function Arm() {
  return (
    <svg
      class="wrist-arm"
      viewBox="0 0 480 230"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <path d="M-400 12C-200 14 120 34 236 42C276 40 300 22 344 20C352 4 388 -2 408 14C452 22 470 60 470 112C470 168 452 206 400 212C340 216 292 192 236 188C120 196-200 216-400 218Z" />
      <path d="M408 14C416 30 400 44 372 42M470 84C448 88 432 86 420 78M471 120C446 124 430 122 416 114M466 156C442 160 428 156 416 148" />
    </svg>
  );
}
