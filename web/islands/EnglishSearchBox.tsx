import SearchBox, { type SearchBoxProps } from "../kit/search_field/SearchBox.tsx";
import "../kit/texts/provide_en.ts";

/**
 * The search field of other pages in English: its scripts contain the texts of this language only.
 */
export default function EnglishSearchBox(props: SearchBoxProps) {
  return <SearchBox {...props} />;
}
