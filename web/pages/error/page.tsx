import "../../kit/styles/text_pages.css";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { ERROR_TEXTS } from "./texts.ts";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";

/** The page for an unknown path, a refusal or a failure: without internal details. */
export function ErrorPage({ language, status, facts }: {
  language: Language;
  status: number;
  facts: SiteFacts;
}) {
  const t = ERROR_TEXTS[language];
  const [title, text] = status === 404
    ? [t.notFoundTitle, t.notFound]
    : status === 429
    ? [t.shareTitle, t.share]
    : status < 500
    ? [t.methodTitle, t.method]
    : [t.failedTitle, t.failed];
  return (
    <Page language={language} name={null} title={title} hidden facts={facts}>
      <Hero heading={title} lead={text}>
        <p class="error-code">{status}</p>
      </Hero>
      <div class="narrow">
        <p>
          <a class="action" href={PATHS[language].table}>{t.home}</a>
        </p>
      </div>
    </Page>
  );
}
