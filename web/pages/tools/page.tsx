import "../../kit/tools/tool_pages.css";
import type { Language } from "../../kit/language/language.ts";
import { TOOLS } from "../../kit/addresses/paths.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import { ToolList } from "../../kit/tools/ToolPage.tsx";

/** The list of the tools, each with its purpose. */
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
