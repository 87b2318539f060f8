import "../../kit/styles/text_pages.css";
import "./style.css";
import type { Language } from "../../kit/language/language.ts";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import { GLOSSARY_TEXTS, TERM_TEXTS, TERMS } from "../../kit/glossary/terms.ts";

/** Every word that pages explain. */
export function GlossaryPage({ language, facts }: { language: Language; facts: SiteFacts }) {
  const t = GLOSSARY_TEXTS[language];
  return (
    <Page
      language={language}
      name="glossary"
      title={t.title}
      description={t.description}
      facts={facts}
    >
      <Hero heading={t.title} lead={t.lead} />
      <div class="narrow prose">
        <dl class="glossary">
          {TERMS.map((term) => (
            <div key={term} id={term}>
              <dt>{TERM_TEXTS[language][term].name}</dt>
              <dd>{TERM_TEXTS[language][term].text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Page>
  );
}
