import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { paceOver } from "@mypacer/shared/domain/measure/pace.ts";
import { PATHS } from "../addresses/paths.ts";
import { queryOf } from "../forms/query.ts";
import type { Language } from "../language/language.ts";
import { durationText } from "../table_state/row_texts.ts";
import { roundPace } from "../table_state/table_fields.ts";
import { raceCode, raceTexts } from "../tools/race_fields.ts";
import { estimateText, paceText, secondsText, speedText, timeText } from "../tools/tool_format.ts";
import { type Answer, answerTo } from "./answer.ts";
import type { Calculation } from "./calculation.ts";
import { ANSWER_TEXTS } from "./texts.ts";

/** The answer to a question of the search field, with links to the tools that say more. */
export function AnswerCard({ language, calculation }: {
  language: Language;
  calculation: Calculation;
}) {
  const t = ANSWER_TEXTS[language];
  return (
    <section class="answer" aria-label={t.label}>
      <h2>{headingOf(calculation, language)}</h2>
      <AnswerFigures language={language} answer={answerTo(calculation)} />
      <p class="answer-links">
        {linksOf(calculation, language).map(([text, href]) => <a key={href} href={href}>{text}</a>)}
      </p>
    </section>
  );
}

function AnswerFigures({ language, answer }: { language: Language; answer: Answer }) {
  const t = ANSWER_TEXTS[language];
  if (answer.kind === "distance") {
    return (
      <dl>
        {answer.times.map(({ pace, time }) => (
          <div key={pace}>
            <dt>{t.at(paceText(pace, language))}</dt>
            <dd>{secondsText(time, language)}</dd>
          </div>
        ))}
      </dl>
    );
  }
  const { pace, speed, lap, times } = answer;
  return (
    <dl>
      <div class="answer-main">
        <dt>{t.pace}</dt>
        <dd>{paceText(pace, language)}</dd>
      </div>
      <div>
        <dt>{t.speed}</dt>
        <dd>{speedText(speed, language)}</dd>
      </div>
      <div>
        <dt>{t.lap}</dt>
        <dd>{secondsText(lap, language)}</dd>
      </div>
      {times.map(({ distance, time, range }) => {
        const label = distanceLabel(distance, language);
        return (
          <div key={distance}>
            <dt>{range === null ? label : t.predicted(label)}</dt>
            <dd>
              {range === null ? secondsText(time, language) : estimateText(range.time, language)}
              {range !== null && (
                <span class="answer-range">
                  {t.range(
                    estimateText(range.fastest, language),
                    estimateText(range.slowest, language),
                  )}
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The question as it was understood. */
export function headingOf(calculation: Calculation, language: Language): string {
  switch (calculation.kind) {
    case "race": {
      const { distance, time } = calculation;
      return ANSWER_TEXTS[language].race(
        distanceLabel(distance, language),
        timeText(time, language),
      );
    }
    case "pace":
      return paceText(calculation.pace, language);
    case "distance":
      return distanceLabel(calculation.distance, language);
  }
}

/** Half of the range of paces around one, s/km. */
const AROUND = 30;

/** Links to what says more about a question. */
function linksOf(calculation: Calculation, language: Language): [text: string, href: string][] {
  const t = ANSWER_TEXTS[language];
  const paths = PATHS[language];
  switch (calculation.kind) {
    case "race": {
      const { d, t: time } = raceTexts(calculation);
      const race = queryOf([["d", d], ["t", time]]);
      const pace = paceOver(calculation.distance, calculation.time / 100);
      return [
        [t.mine, paths.table + queryOf([["mine", durationText(roundPace(pace))]])],
        [t.plan, paths.planner + race],
        [t.predictions, paths.predictor + queryOf([["r", raceCode(calculation)]])],
        [t.zones, paths.zones + queryOf([["by", "result"], ["d", d], ["t", time]])],
      ];
    }
    case "pace": {
      const [slow, fast] = [AROUND, -AROUND].map((gap) =>
        durationText(Math.round((calculation.pace + gap) / 5) * 5)
      );
      const mine = durationText(roundPace(calculation.pace));
      return [[
        t.around,
        paths.table + queryOf([["slow", slow ?? ""], ["fast", fast ?? ""], ["mine", mine]]),
      ]];
    }
    case "distance": {
      const over = raceTexts({ ...calculation, time: 0 }).d;
      return [[t.goals, paths.table + queryOf([["by", "time"], ["over", over]])]];
    }
  }
}
