import { findAll, parseHtml } from "@mypacer/shared/federation/html.ts";
import { assertEquals } from "@std/assert";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { SuggestionList } from "./SuggestionList.tsx";
import SearchBox from "./SearchBox.tsx";
import "../texts/provide_all.ts";
import { DEFAULT_STATE } from "../table_state/table_state.ts";
import { valueOf } from "../../testing/read_page.ts";
import { SAMPLE_ATHLETES } from "../../testing/sample_people.ts";

const draw = (node: VNode) => parseHtml(renderToString(node));

const nothing = () => {};

Deno.test("SuggestionList is a list box whose options hold no control", () => {
  const hits = SAMPLE_ATHLETES.slice(0, 3).map((athlete) => ({ ...athlete, score: 1, match: [] }));
  const list = draw(
    <SuggestionList
      id="list"
      language="fr"
      hits={hits}
      message={null}
      label="Athlètes trouvés"
      foot={<a href="/recherche?q=x">Tous</a>}
      active={1}
      chosen={["1003"]}
      full={false}
      pick={nothing}
    />,
  );
  assertEquals(valueOf(list, "[role=listbox]", "aria-label"), "Athlètes trouvés");
  const options = findAll(list, "[role=option]");
  assertEquals(options.map((option) => option.attribs["aria-selected"]), [
    "false",
    "true",
    "false",
  ]);
  assertEquals(options.map((option) => option.attribs["aria-disabled"] ?? null), [
    null,
    null,
    "true",
  ]);
  assertEquals(findAll(list, "[role=option] :is(a, button, input, [tabindex])"), []);
  assertEquals(findAll(list, "[role=listbox] a"), []);
  // The way to all results stands last, outside of the list.
  const [all] = findAll(list, ".suggestions > :last-child");
  assertEquals([all?.name, all?.attribs["href"]], ["a", "/recherche?q=x"]);
});

Deno.test("SearchBox keeps the query, the state and what is wrong", () => {
  const document = draw(
    <SearchBox
      language="en"
      state={{ ...DEFAULT_STATE, slowest: 300, athletes: ["1001"] }}
      query={`a"<b>`}
      problem="Too short"
    />,
  );
  assertEquals(valueOf(document, "form", "action"), "/en/search");
  assertEquals(valueOf(document, "#athlete-search", "value"), `a"<b>`);
  assertEquals(valueOf(document, "#athlete-search", "aria-invalid"), "true");
  assertEquals(valueOf(document, "input[name=slow]", "value"), "5:00");
  assertEquals(valueOf(document, "input[name=athletes]", "value"), "1001");
});
