import "./style.css";
import type { Language } from "../../kit/language/language.ts";
import { PATHS, TOOLS } from "../../kit/addresses/paths.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import { Icon } from "../../kit/icons/Icon.tsx";
import { TRACK } from "../../kit/icons/icons.ts";
import { toolIcon } from "../../kit/tools/tool_icons.ts";
import { ToolPicture } from "./ToolPicture.tsx";
import { french } from "../../kit/language/french_spaces.ts";

/** The race: no tool of one's own figures, and found beside them. */
const RACE_CARD: Record<Language, { name: string; line: string }> = {
  fr: french({
    name: "La course",
    line: "Des athlètes courent autour de la piste à l’allure de leurs records.",
  }),
  en: { name: "The race", line: "Athletes run around the track at the pace of their records." },
};

/** The list of the tools, each with its purpose and a picture of what it makes. */
export function ToolsPage({ language, facts }: { language: Language; facts: SiteFacts }) {
  const { index, tools } = TOOL_TEXTS[language];
  const cards = [
    ...TOOLS.map((tool) => ({ tool, icon: toolIcon(tool), ...tools[tool] })),
    { tool: "race" as const, icon: TRACK, ...RACE_CARD[language] },
  ];
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
          {cards.map(({ tool, icon, name, line }) => (
            <li key={tool}>
              <div>
                <h2>
                  <a href={PATHS[language][tool]}>
                    <Icon path={icon} />
                    {name}
                  </a>
                </h2>
                <p>{line}</p>
              </div>
              <ToolPicture language={language} tool={tool} />
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}
