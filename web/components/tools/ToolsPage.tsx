import "../../styles/tool_pages.css";
import { type Language, TOOLS } from "../../i18n/language.ts";
import { TOOL_TEXTS } from "../../i18n/tool_texts.ts";
import { Hero } from "../page/Hero.tsx";
import { Page } from "../page/Page.tsx";
import type { SiteFacts } from "../page/site_facts.ts";
import { ToolList } from "./ToolPage.tsx";

/** The list of the tools, each with what it is for. */
export function ToolsPage({ language, facts }: { language: Language; facts: SiteFacts }) {
  const t = TOOL_TEXTS[language].index;
  return (
    <Page
      language={language}
      name="tools"
      title={t.title}
      description={t.description}
      facts={facts}
    >
      <Hero heading={t.title} lead={t.lead} />
      <div class="wide tool">
        <ToolList language={language} tools={TOOLS} />
      </div>
    </Page>
  );
}
