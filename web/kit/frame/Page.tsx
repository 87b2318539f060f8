import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import { type Language, otherLanguage } from "../language/language.ts";
import { type PageName, PATHS, TABLE_FILES } from "../addresses/paths.ts";
import "../texts/provide_all.ts";
import { textsOf } from "../texts/texts.ts";
import { setDocumentLanguage } from "./document_language.ts";
import { PrintedFoot } from "../print/PrintedFoot.tsx";
import { SiteFooter } from "./SiteFooter.tsx";
import { SiteHeader } from "./SiteHeader.tsx";
import type { SiteFacts } from "./site_facts.ts";

/** Properties of every page. */
export interface PageProps {
  language: Language;
  /**
   * Which page it is; null for error pages, which have no address of their own, and with `paths`.
   */
  name: PageName | null;
  /** Paths of a page that is one of many, as of each club. */
  paths?: Readonly<Record<Language, string>>;
  /** Query string that the language switch keeps, `""` or `?…`. */
  search?: string;
  title: string;
  description?: string;
  /** Search engines must not keep this page: it names people, or is an error. */
  hidden?: boolean;
  /**
   * How sites show a link to a page that names people, since they keep it and anybody may see it: a
   * title and a picture that name nobody; those of the table by default.
   */
  preview?: { title: string; picture?: string } | undefined;
  facts: SiteFacts;
  children: ComponentChildren;
}

/** The frame of every page: head, header, content, footer. */
export function Page(props: PageProps) {
  const { language, name, paths, search = "", title, description, hidden, facts, children } = props;
  setDocumentLanguage(language);
  const texts = textsOf(language);
  const other = otherLanguage(language);
  const path = (which: Language) => paths?.[which] ?? PATHS[which][name ?? "table"];
  const address = (which: Language) => new URL(path(which), facts.siteUrl).href;
  // The state of a search may be somebody's name, which no sheet carries on.
  const isPrinted = (name !== null || paths !== undefined) && !new URLSearchParams(search).has("q");
  return (
    <>
      <Head>
        <title>{`${title} · ${texts.siteName}`}</title>
        {description && <meta name="description" content={description} />}
        {hidden && <meta name="robots" content="noindex, nofollow" />}
        <LinkPreview {...props} url={name && !hidden ? address(language) + search : null} />
        {name && !hidden && (
          <>
            <link rel="canonical" href={address(language)} />
            <link rel="alternate" hreflang="fr" href={address("fr")} />
            <link rel="alternate" hreflang="en" href={address("en")} />
            <link rel="alternate" hreflang="x-default" href={address("fr")} />
          </>
        )}
      </Head>
      <a class="skip" href={name === "table" ? "#table" : "#content"}>
        {name === "table" ? texts.skip : texts.skipToContent}
      </a>
      <SiteHeader
        language={language}
        name={name}
        switchTo={`${path(other)}${search}`}
      />
      <main id="content" tabIndex={-1}>
        {children}
        {isPrinted && <PrintedFoot language={language} address={address(language) + search} />}
      </main>
      <SiteFooter language={language} facts={facts} />
    </>
  );
}

/** How sites show a link to the page: of one that names people, nothing that does. */
function LinkPreview(
  { language, name, search = "", title, description, hidden, preview, facts, url }: PageProps & {
    /** Address with its state, which sites keep; null for a page that names people. */
    url: string | null;
  },
) {
  const { siteName, home } = textsOf(language);
  // By default the picture shows the table: of the link's state, or of the first visit.
  const picture = preview?.picture ??
    TABLE_FILES[language].picture + (name === "table" ? search : "");
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:title" content={preview?.title ?? (hidden ? home.title : title)} />
      <meta property="og:locale" content={language === "fr" ? "fr_FR" : "en_GB"} />
      {!hidden && description && <meta property="og:description" content={description} />}
      {url !== null && <meta property="og:url" content={url} />}
      <meta property="og:image" content={new URL(picture, facts.siteUrl).href} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
