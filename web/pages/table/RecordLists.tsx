import { RECORD_LISTS } from "@mypacer/shared/domain/results/public_record.ts";
import type { Language } from "../../kit/language/language.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { withRecordList } from "../../kit/table_state/with_records.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import type { TableActions } from "./table_actions.ts";
import { StateLink } from "./StateLink.tsx";

/** Links that lay records of the world and of France over the table, or take them off it. */
export function RecordLists({ language, state, actions }: {
  language: Language;
  state: TableState;
  actions: TableActions | undefined;
}) {
  const t = textsOf(language).records;
  return (
    <details class="controls-more">
      <summary>{state.records.length > 0 ? `${t.add} (${state.records.length})` : t.add}</summary>
      <ul class="record-lists">
        {RECORD_LISTS.map((list) => {
          const has = state.records.includes(list);
          return (
            <li key={list}>
              <StateLink
                class={has ? "action chosen-list" : "action"}
                language={language}
                state={withRecordList(state, list)}
                go={actions?.go}
              >
                {has && <span class="hidden">{textsOf(language).athletes.remove("")}</span>}
                {t.lists[list]}
                {has && <span aria-hidden="true">×</span>}
              </StateLink>
            </li>
          );
        })}
      </ul>
      <p class="help">{t.addHelp}</p>
    </details>
  );
}
