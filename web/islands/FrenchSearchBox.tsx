import SearchBox, { type SearchBoxProps } from "../kit/search_field/SearchBox.tsx";
import "../kit/texts/provide_fr.ts";

/**
 * The search field of other pages in French: its scripts contain the texts of this language only.
 */
export default function FrenchSearchBox(props: SearchBoxProps) {
  return <SearchBox {...props} />;
}
