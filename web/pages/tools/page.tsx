import "./style.css";
import type { Language } from "../../kit/language/language.ts";
import { PATHS, TOOLS } from "../../kit/addresses/paths.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import { Icon } from "../../kit/icons/Icon.tsx";
import { toolIcon } from "../../kit/tools/tool_icons.ts";
import { ToolPicture } from "./ToolPicture.tsx";

/** The list of the tools, each with its purpose and a picture of what it makes. */
export function ToolsPage({ language, facts }: { language: Language; facts: SiteFacts }) {
  const { index, tools } = TOOL_TEXTS[language];
  return (
    <Page
      language={language}
      name="tools"
      title={index.title}
      description={index.description}
      facts={facts}
    >
      <Hero heading={index.title} lead={index.lead} />
      <div class="wide tool">
        <ul class="tool-cards">
          {TOOLS.map((tool) => (
            <li key={tool}>
              <div>
                <h2>
                  <a href={PATHS[language][tool]}>
                    <Icon path={toolIcon(tool)} />
                    {tools[tool].name}
                  </a>
                </h2>
                <p>{tools[tool].line}</p>
              </div>
              <ToolPicture language={language} tool={tool} />
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}
