import type { Language } from "../language/language.ts";
import { PATHS } from "../addresses/paths.ts";
import { TermButton } from "./TermButton.tsx";
import { GLOSSARY_TEXTS, type Term, TERM_TEXTS } from "./terms.ts";

/** What the words of a page mean, unseen until their buttons are pressed. Esc closes them. */
export function TermTexts({ language, terms }: { language: Language; terms: readonly Term[] }) {
  return (
    <>
      {terms.map((term) => {
        const { name, text } = TERM_TEXTS[language][term];
        return (
          <div key={term} id={`term-${term}`} class="term-text" popover="auto">
            <p>
              <strong>{name}</strong>
            </p>
            <p>{text}</p>
            <p>
              <a href={`${PATHS[language].glossary}#${term}`}>{GLOSSARY_TEXTS[language].all}</a>
            </p>
          </div>
        );
      })}
    </>
  );
}

/** The button beside a word, named in its language. */
export function TermOf({ language, term }: { language: Language; term: Term }) {
  return (
    <TermButton
      term={term}
      label={GLOSSARY_TEXTS[language].means(TERM_TEXTS[language][term].name)}
    />
  );
}
