import "./style.css";
import { PATHS } from "../../kit/addresses/paths.ts";
import { boardTitle } from "./table_title.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import EnglishBoard from "../../islands/EnglishTable.tsx";
import FrenchBoard from "../../islands/FrenchTable.tsx";
import type { HomeData } from "./load.ts";
import { AskAgain } from "../../kit/frame/AskAgain.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { calculatorFacts, StructuredData } from "../../kit/frame/StructuredData.tsx";

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
