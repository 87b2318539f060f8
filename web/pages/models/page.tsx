import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { EXPLAINED, type Explained } from "./explained.ts";
import { MODELS_TEXTS } from "./texts.ts";
import { PREDICTOR_TEXTS } from "../predictor/texts.ts";
import type { ToolData } from "../../kit/tools/load_tool.ts";
import type { PredictorInput, PredictorState } from "../predictor/state.ts";
import { Facts } from "../../kit/tools/Facts.tsx";
import { Formula } from "./Formula.tsx";
import { type ExampleFigure, modelExample } from "./model_examples.ts";
import { ModelErrors } from "./ModelErrors.tsx";
import { NotValid } from "../../kit/predictions/PredictionsTable.tsx";
import { ResultRows, RowButtons, RunnerFields } from "../predictor/PredictorForm.tsx";
import { ToolForm } from "../../kit/tools/ToolForm.tsx";
import { ToolPage } from "../../kit/tools/ToolPage.tsx";

/** Every model of the site, with an example computed for the visitor's own results. */
export function ModelsPage({ language, facts, input, search }: ToolData<PredictorInput>) {
  const t = MODELS_TEXTS[language];
  return (
    <ToolPage
      language={language}
      name="models"
      search={search}
      heading={t.heading}
      lead={t.lead}
      description={t.description}
      facts={facts}
    >
      <nav class="contents" aria-label={t.contents}>
        <ul>
          {EXPLAINED.map((model) => (
            <li key={model}>
              <a href={`${PATHS[language].models}${search}#${model}`}>{t.models[model].name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="yours-heading" class="on-screen">
        <h2 id="yours-heading">{t.yours}</h2>
        <p>{t.yoursHelp}</p>
        <ModelsForm language={language} input={input} />
      </section>
      <ModelErrors language={language} />
      {EXPLAINED.map((model) => (
        <Model key={model} language={language} model={model} state={input.state} />
      ))}
    </ToolPage>
  );
}

function ModelsForm({ language, input }: { language: Language; input: PredictorInput }) {
  return (
    <ToolForm language={language} name="models" problems={input.problems}>
      <ResultRows language={language} input={input} />
      <RunnerFields language={language} input={input} />
      <RowButtons language={language} input={input} />
    </ToolForm>
  );
}

/** A figure, or a note that the model is not valid for these results. */
function figureOf({ figure }: ExampleFigure, language: Language) {
  return typeof figure === "string" ? figure : <NotValid language={language} answer={figure} />;
}

function Model({ language, model, state }: {
  language: Language;
  model: Explained;
  state: PredictorState;
}) {
  const t = MODELS_TEXTS[language];
  const { name, says, formulas, source, validity } = t.models[model];
  return (
    <section id={model} class="model" aria-labelledby={`${model}-heading`}>
      <h2 id={`${model}-heading`}>{name}</h2>
      <div class="model-body">
        <div class="model-text">
          <p>{says}</p>
          <div>
            <h3 class="hidden">{t.formula}</h3>
            {formulas.map((formula) => <Formula key={formula} text={formula} />)}
          </div>
          <dl>
            <div>
              <dt>{t.source}</dt>
              <dd>{source}</dd>
            </div>
            <div>
              <dt>{t.validity}</dt>
              <dd>{validity}</dd>
            </div>
          </dl>
        </div>
        <div class="model-example">
          <h3>{t.example}</h3>
          {state.results.length === 0
            ? <p class="help">{PREDICTOR_TEXTS[language].none}</p>
            : (
              <Facts
                facts={modelExample(model, state, language)
                  .map((example) => [example.name, figureOf(example, language), example.note])}
              />
            )}
        </div>
      </div>
    </section>
  );
}
