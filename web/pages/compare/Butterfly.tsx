import type { Comparison, Pair, PairLine } from "@mypacer/shared/contract/comparison.ts";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { athleteName } from "../../kit/athletes/RecordMark.tsx";
import { formatDecimal } from "../../kit/language/format.ts";
import { modelTime, runTime } from "../../kit/predictions/run_texts.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import type { RankedAthlete } from "./compared_runs.ts";
import { gapText } from "./gap_text.ts";
import { turnText } from "./lead_text.ts";
import { comparisonTexts } from "./texts.ts";

/**
 * How many times the gap in per cent the bar behind is shorter. True to scale, two runners of one
 * level would differ by a hair.
 */
const STRETCH = 4;
/** Shortest bar, per cent: its time is written on it. */
const SHORTEST = 52;

/** A line of the picture: a distance, or the place between two where the lead changes. */
type Row = { line: PairLine; percent: number } | { turn: number };

/** The common distances of two from short to long, and where the lead changes between them. */
export function butterflyRows({ lines, lead }: Pair): Row[] {
  if (!lead.valid) return [];
  const turns = lead.crossovers.map(({ distance }) => distance);
  const rows: Row[] = [];
  lines.forEach((line, at) => {
    if (!line.best) return;
    while (turns[0] !== undefined && turns[0] <= line.distance) {
      rows.push({ turn: turns.shift() ?? NaN });
    }
    rows.push({ line, percent: Math.abs(lead.gaps[at]?.percent ?? 0) });
  });
  return rows;
}

/** Two athletes around their common distances: a full bar is ahead, a pale one behind. */
export function Butterfly({ pair, both, by, written }: {
  pair: Pair;
  both: readonly [RankedAthlete, RankedAthlete];
  by: Comparison["by"];
  written: Written;
}) {
  const { language } = written;
  const t = comparisonTexts(language);
  const rows = butterflyRows(pair);
  if (rows.length === 0) return null;
  const names = both.map(({ athlete }) => athleteName(athlete, language));
  return (
    <section aria-labelledby="butterfly-heading">
      <h2 id="butterfly-heading">{t.butterfly}</h2>
      <table class="butterfly" aria-labelledby="butterfly-heading">
        <colgroup>
          <col />
          <col class="butterfly-middle" />
          <col />
        </colgroup>
        <thead class="hidden">
          <tr>
            <th scope="col">{names[0]}</th>
            <th scope="col">{athleteTexts(language).distance}</th>
            <th scope="col">{names[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            "turn" in row
              ? (
                <tr key={`turn ${row.turn}`} class="turn">
                  <td colSpan={3}>{t.turn(turnText(row.turn, language))}</td>
                </tr>
              )
              : <Wings key={row.line.distance} {...row} {...{ both, names, by, written }} />
          )}
        </tbody>
      </table>
      <p class="help">
        {t.butterflyHelp(STRETCH)} {rows.some((row) => "turn" in row) && t.turnHelp}
      </p>
    </section>
  );
}

function Wings({ line, percent, both, names, by, written }: {
  line: PairLine;
  percent: number;
  both: readonly [RankedAthlete, RankedAthlete];
  names: readonly (string | undefined)[];
  by: Comparison["by"];
  written: Written;
}) {
  const { language } = written;
  const t = comparisonTexts(language);
  const { distance, discipline, first, second } = line;
  const seconds = (second.time - first.time) / 100;
  const ahead = Math.sign(seconds);
  const gap = `${gapText(Math.abs(seconds), by, written)} · ${
    formatDecimal(percent, 1, language)
  }\u00a0%`;
  const wing = (at: 0 | 1) => (
    <Wing
      slot={both[at].slot}
      side={at === 0 ? "left" : "right"}
      behind={at === 0 ? ahead < 0 : ahead > 0}
      percent={percent}
      time={(by === "time" ? runTime : modelTime)((at === 0 ? first : second).time, written)}
    />
  );
  return (
    <tr>
      {wing(0)}
      <th scope="row">
        {distanceLabel(distance, language)}
        {discipline === null && <span class="around">{t.mixed}</span>}
        <span class="wing-gap">
          {ahead > 0 && <span aria-hidden="true">◂&nbsp;</span>}
          {ahead === 0 ? t.cell.level : (
            <>
              <span class="hidden">{t.aheadBy(names[ahead > 0 ? 0 : 1] ?? "")}</span>
              {gap}
            </>
          )}
          {ahead < 0 && <span aria-hidden="true">&nbsp;▸</span>}
        </span>
      </th>
      {wing(1)}
    </tr>
  );
}

/** A time on its bar, whose length is an attribute: the page's policy allows no inline style. */
function Wing({ slot, side, behind, percent, time }: {
  slot: number;
  side: "left" | "right";
  behind: boolean;
  percent: number;
  time: string;
}) {
  const width = behind ? Math.max(SHORTEST, 100 - STRETCH * percent) : 100;
  return (
    <td class={`wing wing-${side} slot-${slot}${behind ? " wing-behind" : ""}`}>
      {["wing-bar", "wing-pattern"].map((layer) => (
        <svg
          key={layer}
          class={layer}
          width={`${width.toFixed(1)}%`}
          height="100%"
          aria-hidden="true"
        />
      ))}
      <span class="wing-time">{time}</span>
    </td>
  );
}
