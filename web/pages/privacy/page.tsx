import "../../kit/styles/text_pages.css";
import type { Language } from "../../kit/language/language.ts";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { PrivacyEnglish } from "./PrivacyEnglish.tsx";
import { PrivacyFrench } from "./PrivacyFrench.tsx";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";

/** The privacy page: data that this software keeps about athletes and visitors. */
export function PrivacyPage({ language, facts }: { language: Language; facts: SiteFacts }) {
  const title = language === "fr" ? "Confidentialité" : "Privacy";
  return (
    <Page language={language} name="privacy" title={title} facts={facts}>
      <Hero heading={title} />
      <div class="narrow prose">
        {language === "fr" ? <PrivacyFrench facts={facts} /> : <PrivacyEnglish facts={facts} />}
      </div>
    </Page>
  );
}
