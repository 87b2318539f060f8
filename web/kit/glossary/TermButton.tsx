/**
 * The button beside a word that opens what it means: by the browser alone, without scripts. The
 * text stands once a page, in `TermTexts`, so that islands bring none of it.
 *
 * @param label Name of the button: `GLOSSARY_TEXTS[language].means`.
 */
export function TermButton({ term, label }: { term: string; label: string }) {
  return (
    <button
      type="button"
      class="term-button on-screen"
      popovertarget={`term-${term}`}
      aria-label={label}
    >
      <span aria-hidden="true">?</span>
    </button>
  );
}
