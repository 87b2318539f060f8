import type { Language } from "../language/language.ts";

/**
 * Language of the document being rendered.
 *
 * Fresh hands `_app` nothing but the rendered page, so the page says here which language it is in.
 * Both are rendered in one synchronous turn: no other request comes between.
 */
let current: Language = "fr";

export function setDocumentLanguage(language: Language): void {
  current = language;
}

export function documentLanguage(): Language {
  return current;
}
