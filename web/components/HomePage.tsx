import { Head } from "fresh/runtime";
import { PATHS } from "../i18n/language.ts";
import { boardTitle } from "../i18n/board_title.ts";
import { textsOf } from "../i18n/texts.ts";
import EnglishBoard from "../islands/EnglishBoard.tsx";
import FrenchBoard from "../islands/FrenchBoard.tsx";
import type { HomeData } from "../server/home.ts";
import { Page } from "./Page.tsx";
import { calculatorFacts, StructuredData } from "./StructuredData.tsx";

/** Seconds until a page without scripts asks again for records that were still being read. */
const ASK_AGAIN = 5;

/** The home page: the pace table and all that goes with it. */
export function HomePage({ start, facts, search }: HomeData) {
  const { home: t, siteName } = textsOf(start.language);
  const named = start.input.state.athletes.length > 0;
  return (
    <Page
      language={start.language}
      name="home"
      search={search}
      title={boardTitle(start.input.state, start.athletes, start.language)}
      description={t.description}
      hidden={named}
      facts={facts}
    >
      {start.athletes.some(({ missing }) => missing === "loading") && (
        <Head>
          <noscript>
            <meta http-equiv="refresh" content={String(ASK_AGAIN)} />
          </noscript>
        </Head>
      )}
      {!named && (
        <StructuredData
          data={calculatorFacts({
            name: siteName,
            description: t.description,
            url: new URL(PATHS[start.language].home, facts.siteUrl).href,
            language: start.language,
          })}
        />
      )}
      {start.language === "fr" ? <FrenchBoard {...start} /> : <EnglishBoard {...start} />}
    </Page>
  );
}
