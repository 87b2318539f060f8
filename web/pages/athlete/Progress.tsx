import type { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { formatMark } from "@mypacer/shared/domain/measure/mark.ts";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { formatDate } from "../../kit/language/format.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import { type EventProgress, layProgress, progressByEvent } from "./progress.ts";
import { eventText } from "./event_text.ts";
import { PAGE_TEXTS } from "./texts.ts";

/** Most events drawn beside the first: those of fewer seasons are in the table. */
const MOST_OTHERS = 5;

/** Most marks that are all written out: more would touch on a phone. */
const MOST_LABELLED = 5;

/** Season bests event by event: pictures, and the same in a table. */
export function Progress({ records, written }: { records: AthleteRecords; written: Written }) {
  const t = PAGE_TEXTS[written.language];
  const [main, ...others] = progressByEvent(records);
  const shown = others.slice(0, MOST_OTHERS);
  return (
    <section class="progress-section" aria-labelledby="progress-heading">
      <h2 id="progress-heading">
        {main === undefined ? t.progress : t.progressOf(eventText(main.event, written.language))}
      </h2>
      {main === undefined
        ? <p class="help">{t.noProgress}</p>
        : <ProgressPicture progress={main} written={written} />}
      {shown.length > 0 && (
        <details class="fold">
          <summary>{t.otherEvents(shown.length)}</summary>
          <div class="progress-others">
            {shown.map((progress) => (
              <div key={`${progress.event.discipline} ${progress.event.event}`}>
                <h3>{eventText(progress.event, written.language)}</h3>
                <ProgressPicture progress={progress} written={written} />
              </div>
            ))}
          </div>
        </details>
      )}
      <SeasonBests records={records} written={written} />
    </section>
  );
}

/** A mark of a season: published ones say no more than this. */
function markText(unit: EventProgress["unit"], mark: number, { notation }: Written): string {
  return formatMark(
    { unit, value: mark, handTimed: false, wind: null, chipTime: null, flags: [] },
    notation,
  );
}

/**
 * One event over the seasons. Places are in per cent, so that texts keep their size however wide
 * the picture is.
 */
export function ProgressPicture({ progress, written, today = new Date() }: {
  progress: EventProgress;
  written: Written;
  today?: Date;
}) {
  const t = PAGE_TEXTS[written.language];
  const { event, unit, bestSeason } = progress;
  const { points, lines, seasons } = layProgress(progress);
  const text = (mark: number) => markText(unit, mark, written);
  const [first] = points;
  const best = points.find(({ season }) => season === bestSeason);
  if (first === undefined) return null;
  const label = t.progressSummary({
    event: eventText(event, written.language),
    from: first.season,
    first: text(first.mark),
    ...best === undefined
      ? { to: points.at(-1)?.season ?? first.season, best: text(points.at(-1)?.mark ?? first.mark) }
      : { to: best.season, best: text(best.mark) },
  });
  // In autumn the season that runners speak of is the one that has just ended.
  const latest = points.at(-1);
  const current = latest && latest.season >= seasonOf(today) - 1 ? latest.season : null;
  return (
    <svg class="progress slot-0" role="img" aria-label={label}>
      {lines.map(({ mark, y }) => (
        <g key={mark} class="progress-grid">
          <line x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
          <text x="0" y={`${y}%`} dy="-0.3em">{text(mark)}</text>
        </g>
      ))}
      {seasons.map(({ season, x }) => (
        <text key={season} class="progress-season" x={`${x}%`} y="97%" text-anchor="middle">
          {season}
        </text>
      ))}
      {points.slice(1).map((point, at) => {
        const before = points[at] ?? point;
        return (
          <line
            key={point.season}
            class="progress-line"
            x1={`${before.x}%`}
            y1={`${before.y}%`}
            x2={`${point.x}%`}
            y2={`${point.y}%`}
          />
        );
      })}
      {points.map(({ season, mark, x, y }, at) => {
        const isBest = season === bestSeason;
        const tag = isBest ? "PB" : season === current ? "SB" : null;
        return (
          <g key={season} class={isBest ? "progress-best" : "progress-point"}>
            <circle cx={`${x}%`} cy={`${y}%`} r={isBest ? 7 : 4.5} />
            {(tag !== null || at === 0 || points.length <= MOST_LABELLED) && (
              <text x={`${x}%`} y={`${y}%`} dy="-0.85em" text-anchor="middle">{text(mark)}</text>
            )}
            {tag !== null && (
              <text class="progress-tag" x={`${x}%`} y={`${y}%`} dy="1.7em" text-anchor="middle">
                {tag}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Best marks by season: seasons with only some results read have none. */
export function SeasonBests({ records: { season_bests: known }, written }: {
  records: Pick<AthleteRecords, "season_bests">;
  written: Written;
}) {
  const bests = known.filter(({ source }) => source !== "some-results");
  if (bests.length === 0) return null;
  const t = PAGE_TEXTS[written.language];
  return (
    <details class="fold">
      <summary id="seasons-heading">{t.seasons}</summary>
      <div class="scroll" role="group" aria-labelledby="seasons-heading" tabIndex={0}>
        <table class="figures records">
          <thead>
            <tr>
              <th scope="col">{t.season}</th>
              <th scope="col" class="text">{t.event}</th>
              <th scope="col">{t.mark}</th>
              <th scope="col">{t.date}</th>
              <th scope="col" class="text">{t.place}</th>
            </tr>
          </thead>
          <tbody>
            {bests.map((best) => (
              <tr key={`${best.season} ${best.event} ${best.mark}`}>
                <th scope="row">{best.season}</th>
                <td class="text">{eventText(best, written.language)}</td>
                <td>{markText(best.unit, best.mark, written)}</td>
                <td>{best.date === null ? "–" : formatDate(best.date, written.language)}</td>
                <td class="text">{best.place ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
