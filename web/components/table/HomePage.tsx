import "../../styles/home_page.css";
import { PATHS } from "../../i18n/language.ts";
import { boardTitle } from "../../i18n/board_title.ts";
import { textsOf } from "../../i18n/texts.ts";
import EnglishBoard from "../../islands/EnglishBoard.tsx";
import FrenchBoard from "../../islands/FrenchBoard.tsx";
import type { HomeData } from "../../server/home.ts";
import { AskAgain } from "../page/AskAgain.tsx";
import { Page } from "../page/Page.tsx";
import { calculatorFacts, StructuredData } from "../page/StructuredData.tsx";

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
      {start.athletes.some(({ missing }) => missing === "loading") && <AskAgain scriptsDo />}
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
