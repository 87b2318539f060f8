import { type Language, otherLanguage } from "../language/language.ts";
import { type PageName, PATHS, TOOLS } from "../addresses/paths.ts";
import { textsOf } from "../texts/texts.ts";
import { TOOL_TEXTS } from "./tool_texts.ts";
import { Logo } from "./Logo.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";

/** Pages that the header links to. */
const ENTRIES = ["table", "tools", "clubs"] as const;

/** The entry that a page belongs to; null for pages apart. */
function entryOf(name: PageName | null): typeof ENTRIES[number] | null {
  if (TOOLS.some((tool) => tool === name)) return "tools";
  return ENTRIES.find((entry) => entry === name) ?? null;
}

/** The line on top of every page: name of the site, links to its parts, theme and language. */
export function SiteHeader({ language, name, switchTo }: {
  language: Language;
  /** The current page. */
  name: PageName | null;
  /** The same page in the other language. */
  switchTo: string;
}) {
  const texts = textsOf(language);
  const { nav } = TOOL_TEXTS[language];
  const other = otherLanguage(language);
  const current = entryOf(name);
  return (
    <header class="site-header">
      <a class="brand" href={PATHS[language].table}>
        <Logo />
        <span class="brand-name">{texts.siteName}</span>
      </a>
      <nav class="site-nav" aria-label={nav.label}>
        <ul>
          {ENTRIES.map((entry) => (
            <li key={entry}>
              <a
                href={PATHS[language][entry]}
                // On a tool's own page, the entry "tools" is its parent, not the current page.
                aria-current={entry === name ? "page" : entry === current ? "true" : undefined}
              >
                {nav[entry]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ThemeSwitch language={language} />
      <a class="language" href={switchTo} lang={other} hreflang={other} data-keeps-state>
        <span class="language-long">{texts.otherLanguage}</span>
        <span class="language-short" aria-hidden="true">{other.toUpperCase()}</span>
      </a>
    </header>
  );
}
