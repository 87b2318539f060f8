import "./tool_pages.css";
import type { ComponentChildren } from "preact";
import type { Language } from "../language/language.ts";
import { PATHS, type ToolName, TOOLS } from "../addresses/paths.ts";
import { TOOL_TEXTS } from "../frame/tool_texts.ts";
import { Hero } from "../frame/Hero.tsx";
import { Page } from "../frame/Page.tsx";
import { PageScript } from "../frame/PageScript.tsx";
import { Icon } from "../icons/Icon.tsx";
import { toolIcon } from "./tool_icons.ts";
import { LIVE_SCRIPT } from "./live_script.ts";
import type { SiteFacts } from "../frame/site_facts.ts";

/** The frame of a tool: its heading, its content, and links to the others. */
export function ToolPage(
  { language, name, search, title, heading, lead, description, hidden, picture, facts, children }: {
    language: Language;
    name: Exclude<ToolName, "tools">;
    /** Query string that the language switch keeps. */
    search?: string;
    /** Part of the title that depends on the state. */
    title?: string | undefined;
    heading: string;
    lead: string;
    description: string;
    /** Whether the page names people. */
    hidden?: boolean;
    /** Path of the picture that sites show a link to it with; the table's by default. */
    picture?: string;
    facts: SiteFacts;
    children: ComponentChildren;
  },
) {
  const t = TOOL_TEXTS[language];
  const pageTitle = title === undefined ? heading : `${title} · ${heading}`;
  return (
    <Page
      language={language}
      name={name}
      search={search ?? ""}
      title={pageTitle}
      description={description}
      hidden={hidden ?? false}
      preview={picture === undefined ? undefined : { title: pageTitle, picture }}
      facts={facts}
    >
      <Hero heading={heading} lead={lead} />
      <div class="wide tool">
        {children}
        <nav class="other-tools" aria-labelledby="other-tools">
          <h2 id="other-tools">{t.others}</h2>
          <ToolList language={language} tools={TOOLS.filter((tool) => tool !== name)} />
        </nav>
      </div>
      <PageScript path={LIVE_SCRIPT} />
    </Page>
  );
}

/** Links to tools, each with its line. */
export function ToolList({ language, tools }: {
  language: Language;
  tools: readonly (typeof TOOLS[number])[];
}) {
  return (
    <ul class="tool-list">
      {tools.map((tool) => (
        <li key={tool}>
          <a href={PATHS[language][tool]}>
            <Icon path={toolIcon(tool)} />
            {TOOL_TEXTS[language].tools[tool].name}
          </a>
          <p>{TOOL_TEXTS[language].tools[tool].line}</p>
        </li>
      ))}
    </ul>
  );
}
