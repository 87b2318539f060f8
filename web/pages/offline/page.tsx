import { EmptyState } from "../../kit/frame/EmptyState.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import { ToolList } from "../../kit/tools/ToolPage.tsx";
import type { Language } from "../../kit/language/language.ts";
import { PATHS, TOOLS } from "../../kit/addresses/paths.ts";
import { type Needed, OFFLINE_TEXTS } from "./texts.ts";

/** What a page of a path shows. */
function neededAt(pathname: string, language: Language): Needed {
  const { compare, search, clubs } = PATHS[language];
  if (pathname === compare) return "comparison";
  if (pathname === search) return "search";
  if (pathname === clubs || /\/club\//.test(pathname)) return "clubs";
  return /\/athlete\//.test(pathname) ? "athlete" : "page";
}

/** Substitute for a page that needs a connection, under that page's own address. */
export function OfflinePage({ language, facts, address, sent }: {
  language: Language;
  facts: SiteFacts;
  /** Path and query of the requested page. */
  address: string;
  /** Whether a form was sent there. */
  sent: boolean;
}) {
  const t = OFFLINE_TEXTS[language];
  const lead = t.leads[neededAt(address.replace(/\?.*/, ""), language)];
  return (
    <Page language={language} name={null} title={t.title} hidden facts={facts}>
      <Hero heading={t.title} lead={sent ? t.notSent : lead} />
      <div class="wide tool">
        <EmptyState drawing="phone" title={t.joke}>
          {!sent && (
            <>
              <p class="with-scripts" data-reopen>{t.reopens}</p>
              <p>
                <a class="action" href={address}>{t.again}</a>
              </p>
            </>
          )}
        </EmptyState>
        <p>{t.meanwhile}</p>
        <p>
          <a href={PATHS[language].table}>{t.table}</a>
        </p>
        <ToolList language={language} tools={TOOLS.filter((tool) => tool !== "models")} />
      </div>
    </Page>
  );
}
