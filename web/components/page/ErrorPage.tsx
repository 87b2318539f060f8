import "../../styles/text_pages.css";
import { type Language, PATHS } from "../../i18n/language.ts";
import { ERROR_TEXTS } from "../../i18n/error_texts.ts";
import { Hero } from "./Hero.tsx";
import { Page } from "./Page.tsx";
import type { SiteFacts } from "./site_facts.ts";

/** What a visitor reads when a page is unknown, refused or failed: never what went wrong inside. */
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
          <a class="action" href={PATHS[language].home}>{t.home}</a>
        </p>
      </div>
    </Page>
  );
}
