import type { Analysis, RatedRecord } from "@mypacer/shared/contract/analysis.ts";
import type { ComponentChildren, VNode } from "preact";
import { formatDecimal } from "../../kit/language/format.ts";
import {
  modelTime,
  reasonText,
  runsText,
  runText,
  runTime,
} from "../../kit/predictions/run_texts.ts";
import { TermOf } from "../../kit/glossary/TermTexts.tsx";
import type { Term } from "../../kit/glossary/terms.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import { MODEL_TEXTS } from "./model_texts.ts";

/** m/s in km/h. */
const KMH = 3.6;

/**
 * Figures that models give for a runner as a whole: VMA and endurance, own curve, critical speed;
 * the records furthest from the rest.
 */
export function RunnerFigures({ analysis, written }: { analysis: Analysis; written: Written }) {
  const t = MODEL_TEXTS[written.language];
  const { vma, curve, critical_speed: critical, strengths, anomalies } = analysis;
  const decimal = (value: number, digits: number) => formatDecimal(value, digits, written.language);
  const { by_index: byIndex, on_curve: onCurve } = strengths;
  const term = (term: Term) => <TermOf language={written.language} term={term} />;
  return (
    <>
      <section aria-labelledby="figures-heading">
        <h3 id="figures-heading">{t.figures}</h3>
        <div class="facts">
          <Fact title={t.vma} term={term("vma")}>
            {vma.valid
              ? (
                <>
                  <Figure figure={decimal(vma.vma, 1)} unit="km/h" />
                  <p>
                    {t.endurance(decimal(vma.endurance_index, 1).replace("-", "−"))}
                    {term("endurance")}
                  </p>
                  <p class="help">{t.restsOn(runsText(vma.rests_on, written))}</p>
                </>
              )
              : <p class="help">{reasonText(vma, written)}</p>}
          </Fact>
          <Fact title={t.exponent} term={term("exponent")}>
            {curve.valid
              ? (
                <>
                  <Figure figure={decimal(curve.exponent, 3)} />
                  <p>{t.exponentHelp}</p>
                  <p class="help">
                    {[
                      t.quality(decimal(curve.r_squared, 3)),
                      ...curve.warnings.map((warning) => t.warnings[warning]),
                    ].join(" · ")}
                  </p>
                </>
              )
              : <p class="help">{reasonText(curve, written)}</p>}
          </Fact>
          <Fact title={t.critical} term={term("critical-speed")}>
            {critical.valid
              ? (
                <>
                  <Figure figure={decimal(critical.speed * KMH, 1)} unit="km/h" />
                  <p>{t.reserve(decimal(critical.reserve, 0))}</p>
                  <p class="help">{t.restsOn(runsText(critical.rests_on, written))}</p>
                </>
              )
              : <p class="help">{reasonText(critical, written)}</p>}
          </Fact>
        </div>
      </section>
      <section aria-labelledby="strengths-heading">
        <h3 id="strengths-heading">{t.ends}</h3>
        {byIndex.valid && <p>{t.type[byIndex.type]}</p>}
        <div class="facts">
          <Fact title={t.onCurve}>
            {onCurve.valid
              ? (
                <Ends
                  {...onCurve}
                  written={written}
                  value={(value) => signed(value * 100, decimal)}
                />
              )
              : <p class="help">{reasonText(onCurve, written)}</p>}
          </Fact>
          <Fact title={t.byIndex}>
            {byIndex.valid
              ? <Ends {...byIndex} written={written} value={(value) => decimal(value, 1)} />
              : <p class="help">{reasonText(byIndex, written)}</p>}
          </Fact>
        </div>
        {onCurve.valid && byIndex.valid &&
          onCurve.weakest.record.distance !== byIndex.weakest.record.distance && (
          <p class="help">{t.twoMeasures}</p>
        )}
        {anomalies.length > 0 && (
          <div class="notice">
            <h4>{t.anomalies}</h4>
            <ul>
              {anomalies.map(({ record, reason, plausible }) => (
                <li key={record.event}>
                  {runText(record, written)}: {t.anomaly[reason]},{" "}
                  {t.plausible(runTime(plausible, written))}
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
    </>
  );
}

/** A difference in per cent with its sign; below 0 is faster. */
function signed(percent: number, decimal: (value: number, digits: number) => string): string {
  const sign = percent > 0 ? "+" : percent < 0 ? "−" : "";
  return `${sign}${decimal(Math.abs(percent), 1)}\u00a0%`;
}

function Fact({ title, term, children }: {
  title: string;
  /** The button that says what the title means. */
  term?: VNode;
  children: ComponentChildren;
}) {
  return (
    <div class="fact">
      <div class="label-line">
        <h4>{title}</h4>
        {term}
      </div>
      {children}
    </div>
  );
}

function Figure({ figure, unit }: { figure: string; unit?: string }) {
  return (
    <p class="figure">
      {figure}
      {unit && <span class="unit">{unit}</span>}
    </p>
  );
}

/** The strongest and the weakest record, with the times that would be in line. */
function Ends({ strongest, weakest, written, value }: {
  strongest: RatedRecord;
  weakest: RatedRecord;
  written: Written;
  value: (value: number) => string;
}) {
  const t = MODEL_TEXTS[written.language];
  return (
    <dl class="ends">
      {([[t.strongest, strongest], [t.weakest, weakest]] as const).map(([title, rated]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            <strong>{runText(rated.record, written)}</strong> ({value(rated.value)})
            {rated === weakest && rated.aligned_time !== null && (
              <>, {t.aligned(modelTime(rated.aligned_time, written))}</>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
