import { TABLE_FILES } from "../addresses/paths.ts";
import type { Language } from "../language/language.ts";
import { pageHeaders } from "../load/page_answer.ts";

/** Leads to the picture of the table, where a page has none of its own to show now. */
export function tablePictureInstead(language: Language): Response {
  const headers = pageHeaders({ named: true });
  headers.set("location", TABLE_FILES[language].picture);
  return new Response(null, { status: 303, headers });
}
