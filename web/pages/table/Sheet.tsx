import type { ComponentChildren } from "preact";
import type { Language } from "../../kit/language/language.ts";
import { SHEET_TEXTS } from "./sheet_texts.ts";

/**
 * A sheet over the page: at the foot of a phone, in the middle of a wide screen. The browser itself
 * opens it by a button that names its id in `popovertarget`, and closes it at Escape and beside it,
 * so that it needs no scripts.
 */
export function Sheet({ id, language, title, class: className, children }: {
  id: string;
  language: Language;
  title: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}) {
  const t = SHEET_TEXTS[language];
  return (
    <div
      id={id}
      popover="auto"
      class={className === undefined ? "sheet" : `sheet ${className}`}
      role="dialog"
      aria-labelledby={`${id}-title`}
    >
      <div class="sheet-head">
        <h3 id={`${id}-title`}>{title}</h3>
        <button
          type="button"
          class="sheet-close"
          popovertarget={id}
          popovertargetaction="hide"
          aria-label={t.close}
        >
          <Cross />
        </button>
      </div>
      {children}
    </div>
  );
}

/** A cross, for what closes or removes. */
export function Cross() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M3 3l10 10M13 3L3 13" />
    </svg>
  );
}
