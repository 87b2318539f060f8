import "./style.css";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import {
  type LengthUnit,
  paceAtShare,
  type Speed,
  speedIn,
  speedToPace,
  speedUnit,
  timeOver,
} from "@mypacer/shared/domain/measure/pace.ts";
import { type TrainingZone, trainingZones } from "@mypacer/shared/domain/models/training_zones.ts";
import { cooperOxygenUptake } from "@mypacer/shared/domain/models/vma_protocols.ts";
import { formatDecimal } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { MODEL_REASONS } from "../../kit/predictions/model_reasons.ts";
import {
  NOTATIONS,
  paceText,
  percentText,
  repetitionText,
  resultText,
  speedText,
} from "../../kit/tools/tool_format.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import { ZONES_TEXTS } from "./texts.ts";
import type { ToolData } from "../../kit/tools/load_tool.ts";
import type { TestedVma } from "@mypacer/shared/domain/models/vma_protocols.ts";
import type { ZonesInput, ZonesState } from "./state.ts";
import { ExampleNote } from "../../kit/tools/ExampleNote.tsx";
import { TermOf, TermTexts } from "../../kit/glossary/TermTexts.tsx";
import { Facts } from "../../kit/tools/Facts.tsx";
import { PrintLine } from "../../kit/tools/PrintLine.tsx";
import { ToolPage } from "../../kit/tools/ToolPage.tsx";
import { DanielsPaces } from "./DanielsPaces.tsx";
import { effortOf, estimatedVma } from "./vma_source.ts";
import { ZonesForm } from "./ZonesForm.tsx";

/** Shares of VMA with times, per cent. */
const SHARES = [60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120] as const;
/** Distances that are repeated in training, m. */
const REPEATED = [200, 300, 400, 500, 600, 800, 1000, 1500, 2000, 3000] as const;

/** Decimals of a typed VMA: 15, 15.5, 15.25. */
const decimalsOf = (vma: Speed) => [0, 1].find((count) => Number(vma.toFixed(count)) === vma) ?? 2;

/** A VMA as typed, in km/h; beside paces per mile in mph as well. */
function vmaIn(unit: LengthUnit, vma: Speed, language: Language, decimals = decimalsOf(vma)) {
  const text = speedText(vma, language, decimals);
  return unit === "km" ? text : `${text} (${speedText(vma, language, 1, unit)})`;
}

/** The training zones. */
export function ZonesPage({ language, facts, input, search, example }: ToolData<ZonesInput>) {
  const t = ZONES_TEXTS[language];
  const { by, unit } = input.state;
  // A wrong speed, result or test has no zones; of a wrong unit the usual one is taken.
  const none = Object.keys(input.problems).some((name) => name !== "unit" && name !== "by");
  const estimate = none ? null : estimatedVma(input.state);
  const effort = none ? null : effortOf(input.state);
  const vma = none
    ? null
    : estimate === null
    ? input.state.vma
    : estimate.valid
    ? estimate.vma
    : null;
  const zones = vma === null ? null : trainingZones(vma);
  const vmaText = vma === null ? "" : vmaIn(unit, vma, language, by === "vma" ? undefined : 1);
  return (
    <ToolPage
      language={language}
      name="zones"
      search={search}
      title={example || vma === null ? undefined : t.title(vmaText)}
      heading={t.heading}
      lead={t.lead}
      description={t.description}
      facts={facts}
    >
      <TermTexts language={language} terms={["vma", "threshold", "vdot"]} />
      <ZonesForm language={language} alone={none} input={input} />
      {estimate !== null && !estimate.valid && (
        <p class="notice" role="status">
          {t.notEstimated} ({MODEL_REASONS[language][estimate.reason]}). {t.better}
        </p>
      )}
      {vma !== null && zones?.valid && (
        <>
          {example && <ExampleNote language={language} />}
          <div class="zone-tables">
            <section aria-labelledby="zones-heading">
              <div class="plan-head">
                <h2 id="zones-heading" aria-live="polite">{t.title(vmaText)}</h2>
                <PrintLine language={language} />
              </div>
              {estimate?.valid && (
                <>
                  <Facts facts={factsOf(input.state, estimate, { language, vmaText })} />
                  {by === "result" && (
                    <p class="help on-screen">
                      {t.better}{" "}
                      <a href={PATHS[language].predictor}>
                        {TOOL_TEXTS[language].tools.predictor.name}
                      </a>
                    </p>
                  )}
                </>
              )}
              <div class="tool-scroll" role="group" aria-labelledby="zones-heading" tabIndex={0}>
                <ZonesTable language={language} zones={zones.zones} unit={unit} />
              </div>
              <p class="help">{t.ranges}</p>
            </section>
            <DanielsPaces language={language} effort={effort} unit={unit} />
          </div>
          <section class="zone-times" aria-labelledby="times-heading">
            <h2 id="times-heading">{t.times}</h2>
            <TimesTable language={language} vma={vma} vmaText={vmaText} unit={unit} />
          </section>
        </>
      )}
    </ToolPage>
  );
}

/** VMA as a result or a test tells it, with its range; of Cooper's test the oxygen uptake too. */
function factsOf(
  state: ZonesState,
  { lowest, highest }: TestedVma,
  { language, vmaText }: { language: Language; vmaText: string },
): [name: string, figure: string, note?: string][] {
  const t = ZONES_TEXTS[language];
  const { by } = state;
  const effort = effortOf(state);
  const range = [
    formatDecimal(lowest, 1, language),
    speedText(highest, language, 1),
  ] as const;
  const byEndurance = by === "result" || by === "cooper";
  const name = by === "vma" || by === "vameval" || effort === null
    ? t.sources.vameval
    : by === "result"
    ? resultText(effort, language)
    : `${t.sources[by]}, ${distanceLabel(effort.distance, language)}`;
  const uptake = by === "cooper" ? cooperOxygenUptake(state.cooper) : null;
  return [
    [t.estimated(name), vmaText, byEndurance ? t.between(...range) : t.nineOfTen(...range)],
    ...uptake?.valid
      ? [[t.uptake, `${Math.round(uptake.oxygenUptake)}\u00a0ml/kg/min`] as [string, string]]
      : [],
  ];
}

function ZonesTable({ language, zones, unit }: {
  language: Language;
  zones: readonly TrainingZone[];
  unit: LengthUnit;
}) {
  const t = ZONES_TEXTS[language];
  const shared = TOOL_TEXTS[language];
  const range = (zone: TrainingZone, write: (speed: Speed) => string) =>
    zone.fastestSpeed === null ? t.andMore(write(zone.slowestSpeed)) : (
      <>
        {write(zone.slowestSpeed)} <span class="to">→</span> {write(zone.fastestSpeed)}
      </>
    );
  const pace = (speed: Speed) => paceText(speedToPace(speed), language, unit);
  const figure = (speed: Speed) => formatDecimal(speedIn(speed, unit), 1, language);
  return (
    <table class="tool-table zones">
      <caption class="hidden">{t.zones}</caption>
      <thead>
        <tr>
          <th scope="col">{t.zone}</th>
          <th scope="col">{t.share}</th>
          <th scope="col">{shared.pace}</th>
          <th scope="col">
            {shared.speed} <span class="unit">{speedUnit(unit, NOTATIONS[language])}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {zones.map((zone) => (
          <tr key={zone.key} class={`zone zone-${zone.key}`}>
            <th scope="row">
              {zone.labels[language]}
              {zone.key === "threshold60" && <TermOf language={language} term="threshold" />}
              <span class="key-note">{t.uses[zone.key]}</span>
            </th>
            <td>
              {zone.to === null
                ? t.andMore(percentText(zone.from, language))
                : `${zone.from}–${percentText(zone.to, language)}`}
            </td>
            <td class="tool-main">{range(zone, pace)}</td>
            <td class="tool-soft">{range(zone, figure)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TimesTable({ language, vma, vmaText, unit }: {
  language: Language;
  vma: Speed;
  vmaText: string;
  unit: LengthUnit;
}) {
  const t = ZONES_TEXTS[language];
  return (
    <div class="frame" role="region" aria-labelledby="times-caption" tabIndex={0}>
      <table class="paces times">
        <caption id="times-caption">{t.timesCaption(vmaText)}</caption>
        <thead>
          <tr>
            <th scope="col" class="corner">{t.shareOfVma}</th>
            <th scope="col">{TOOL_TEXTS[language].pace}</th>
            {REPEATED.map((meters) => (
              <th key={meters} scope="col">{distanceLabel(meters, language)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SHARES.map((share) => {
            const pace = paceAtShare(vma, share / 100);
            return (
              <tr key={share} class={share % 10 === 0 ? "strong" : undefined}>
                <th scope="row">{percentText(share, language)}</th>
                <td class="speed">{paceText(pace, language, unit)}</td>
                {REPEATED.map((meters) => (
                  <td key={meters}>{repetitionText(timeOver(pace, meters), language)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
