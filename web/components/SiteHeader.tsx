import { type Language, otherLanguage, PATHS } from "../i18n/language.ts";
import { textsOf } from "../i18n/texts.ts";
import { Logo } from "./Logo.tsx";

/** The line on top of every page: name of the site and language switch. */
export function SiteHeader({ language, switchTo }: {
  language: Language;
  /** The same page in the other language. */
  switchTo: string;
}) {
  const texts = textsOf(language);
  const other = otherLanguage(language);
  return (
    <header class="site-header">
      <a class="brand" href={PATHS[language].home}>
        <Logo />
        <span>{texts.siteName}</span>
      </a>
      <a class="language" href={switchTo} lang={other} hreflang={other} data-keeps-state>
        {texts.otherLanguage}
      </a>
    </header>
  );
}
