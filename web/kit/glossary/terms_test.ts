import { assert, assertEquals } from "@std/assert";
import { LANGUAGES } from "../language/language.ts";
import { TERM_TEXTS, TERMS } from "./terms.ts";

Deno.test("each word is explained in both languages, in two sentences at most", () => {
  for (const language of LANGUAGES) {
    assertEquals(Object.keys(TERM_TEXTS[language]), [...TERMS]);
    for (const { name, text } of Object.values(TERM_TEXTS[language])) {
      const sentences = text.split(/(?<=[^\d.]\.)\s/);
      assert(sentences.length <= 2 && text.endsWith("."), `${name}: ${text}`);
      // A colon of the other language.
      assert(language === "fr" ? !/[^\s\d]:/.test(text) : !/\s:/.test(text), text);
    }
  }
});
