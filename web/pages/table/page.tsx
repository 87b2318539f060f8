import "./style.css";
import "./provide_drawing.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { tableTitle } from "./table_title.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import EnglishTable from "../../islands/EnglishTable.tsx";
import FrenchTable from "../../islands/FrenchTable.tsx";
import type { TableData } from "./load.ts";
import { AskAgain } from "../../kit/frame/AskAgain.tsx";
import { TermTexts } from "../../kit/glossary/TermTexts.tsx";
import { FirstSteps } from "../../kit/frame/FirstSteps.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { calculatorFacts, StructuredData } from "../../kit/frame/StructuredData.tsx";

/** The home page: the pace table and all that goes with it. */
export function TablePage({ start, facts, search }: TableData) {
  const { home: t, siteName } = textsOf(start.language);
  const named = start.input.state.athletes.length > 0;
  return (
    <Page
      language={start.language}
      name="table"
      search={search}
      title={tableTitle(start.input.state, start.athletes, start.language)}
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
            url: new URL(PATHS[start.language].table, facts.siteUrl).href,
            language: start.language,
          })}
        />
      )}
      <TermTexts language={start.language} terms={["vma"]} />
      {!named && search === "" && <FirstSteps language={start.language} />}
      {start.language === "fr" ? <FrenchTable {...start} /> : <EnglishTable {...start} />}
    </Page>
  );
}
