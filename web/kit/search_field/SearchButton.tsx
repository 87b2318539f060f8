import { Icon } from "../icons/Icon.tsx";
import { SEARCH } from "../icons/icons.ts";

/** The button beside a search field: a word, or a sign where there is little room. */
export function SearchButton({ text }: { text: string }) {
  return (
    <button class="button" type="submit">
      <Icon path={SEARCH} />
      <span>{text}</span>
    </button>
  );
}
