import "../../kit/styles/text_pages.css";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { ERROR_TEXTS } from "./texts.ts";
import { type EmptyDrawing, EmptyState } from "../../kit/frame/EmptyState.tsx";
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
  const [title, text, joke, drawing] = messageOf(status, language);
  return (
    <Page language={language} name={null} title={title} hidden facts={facts}>
      <Hero heading={title} lead={text}>
        <p class="error-code">{status}</p>
      </Hero>
      <div class="wide">
        <EmptyState drawing={drawing} title={joke}>
          <p class="empty-ways">
            <a class="action" href={PATHS[language].table}>{t.home}</a>
            <a href={PATHS[language].tools}>{t.tools}</a>
            <a href={PATHS[language].clubs}>{t.clubs}</a>
          </p>
        </EmptyState>
      </div>
    </Page>
  );
}

/** Heading, explanation, a word to smile at, and a drawing for a status. */
function messageOf(
  status: number,
  language: Language,
): [title: string, text: string, joke: string, drawing: EmptyDrawing] {
  const t = ERROR_TEXTS[language];
  if (status === 404) return [t.notFoundTitle, t.notFound, t.notFoundJoke, "off-track"];
  if (status === 429) return [t.shareTitle, t.share, t.shareJoke, "blocks"];
  if (status < 500) return [t.methodTitle, t.method, t.methodJoke, "blocks"];
  return [t.failedTitle, t.failed, t.failedJoke, "hurdle"];
}
