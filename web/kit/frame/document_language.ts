import type { Language } from "../language/language.ts";

/**
 * Language of the document being rendered.
 *
 * Fresh passes only the rendered page to `_app`, so the page stores its language here. Both are
 * rendered in one synchronous turn: no other request comes between.
 */
let current: Language = "fr";

export function setDocumentLanguage(language: Language): void {
  current = language;
}

export function documentLanguage(): Language {
  return current;
}
