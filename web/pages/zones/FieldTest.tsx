import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { ZONES_TEXTS } from "./texts.ts";
import type { FieldTest } from "./state.ts";

/** A field test: how it is run, its formula, how far it can be wrong, and who made it. */
export function FieldTestNote({ language, test }: { language: Language; test: FieldTest }) {
  const t = ZONES_TEXTS[language];
  const { how, formula, range, source } = t.tests[test];
  return (
    <aside class="field-test on-screen" aria-label={t.sources[test]}>
      <p>{how}</p>
      <dl>
        <dt>{t.formula}</dt>
        <dd>{formula}</dd>
        <dt>{t.uncertainty}</dt>
        <dd>{range}</dd>
        <dt>{t.source}</dt>
        <dd>
          {source} <a href={`${PATHS[language].models}#field-tests`}>{t.more}</a>
        </dd>
      </dl>
    </aside>
  );
}
