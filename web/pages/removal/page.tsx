import "../../kit/styles/text_pages.css";
import { REMOVAL_KINDS, REMOVAL_LIMITS } from "@mypacer/shared/contract/removal_request.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { removalTexts } from "./texts.ts";
import type { RemovalData } from "./load.ts";
import type { RemovalField } from "./state.ts";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Contact } from "../../kit/frame/Operator.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { TextField } from "../../kit/forms/TextField.tsx";

/** The request for removal or correction: a form, and how it is handled. */
export function RemovalPage(data: RemovalData) {
  const { language, facts, filled, reference } = data;
  const t = removalTexts(language);
  const title = reference === null ? t.title : t.doneTitle;
  return (
    <Page
      language={language}
      name="removal"
      title={title}
      description={t.description}
      hidden={filled}
      facts={facts}
    >
      {reference === null
        ? <Hero heading={title} lead={t.lead} />
        : <Hero heading={title} lead={t.done} />}
      <div class="narrow prose">
        {reference === null ? <RemovalForm {...data} /> : <Receipt {...{ language, reference }} />}
        <section>
          <h2>{t.afterHeading}</h2>
          <ul>{t.after.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
          {facts.operator.contact !== null && (
            <p>
              {t.orWrite} <Contact operator={facts.operator} missing="" />
            </p>
          )}
          <p>
            <a href={PATHS[language].privacy}>{t.privacy}</a>
          </p>
        </section>
      </div>
    </Page>
  );
}

function Receipt({ language, reference }: { language: Language; reference: string }) {
  const t = removalTexts(language);
  return (
    <section>
      <p>{t.reference}</p>
      <p class="reference">{reference}</p>
      <p>{t.keep}</p>
      <p>
        <a href={PATHS[language].removal}>{t.another}</a>
      </p>
    </section>
  );
}

function RemovalForm({ language, form, problems, refused }: RemovalData) {
  const t = removalTexts(language);
  const wrong = Object.keys(problems).length > 0;
  const field = (name: RemovalField) => ({
    id: `removal-${name}`,
    name,
    label: t[name],
    defaultValue: form[name],
    problem: problems[name] && t.problems[name],
  });
  return (
    <form class="removal-form" method="post" action={PATHS[language].removal}>
      {(wrong || refused) && (
        <p class="notice notice-wrong" role="alert">{refused ? t[refused] : t.wrong}</p>
      )}
      <fieldset>
        <legend>{t.kind}</legend>
        <div>
          {REMOVAL_KINDS.map((kind) => (
            <label key={kind} class="removal-choice">
              <input type="radio" name="kind" value={kind} checked={form.kind === kind} />
              <span>{t[kind]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t.who}</legend>
        <p class="help">{t.whoHelp}</p>
        <TextField
          {...field("athlete")}
          problem={problems.who ? t.problems.who : problems.athlete && t.problems.athlete}
          help={t.athleteHelp}
          maxLength={200}
        />
        <div class="removal-two">
          <TextField {...field("name")} maxLength={REMOVAL_LIMITS.name} />
          <TextField {...field("club")} maxLength={REMOVAL_LIMITS.club} />
        </div>
      </fieldset>
      <fieldset>
        <legend>{t.optional}</legend>
        <TextField
          {...field("email")}
          type="email"
          autocomplete="email"
          help={t.emailHelp}
          maxLength={REMOVAL_LIMITS.email}
        />
        <div class={problems.message ? "field field-wrong" : "field"}>
          <label for="removal-message">{t.message}</label>
          <textarea
            id="removal-message"
            name="message"
            rows={4}
            maxLength={REMOVAL_LIMITS.message}
            aria-invalid={problems.message ? "true" : undefined}
            aria-describedby="removal-message-help"
          >
            {form.message}
          </textarea>
          <p class={problems.message ? "problem" : "help"} id="removal-message-help">
            {t.messageHelp}
          </p>
        </div>
      </fieldset>
      <button class="button" type="submit">{t.submit}</button>
    </form>
  );
}
