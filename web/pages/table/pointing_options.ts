import type { Language } from "../../kit/language/language.ts";

/** What the table needs to answer the pointer and the keys. */
export interface PointingOptions {
  language: Language;
  /** Announces a text to screen readers. */
  announce: (text: string) => void;
  /** Makes the row of a pace "ma ligne", or no longer. @param pace s/km. */
  pin: (pace: number) => void;
}
