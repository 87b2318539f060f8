import { formatMoment } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import { textsOf } from "../texts/texts.ts";
import type { ShownAthlete } from "./shown_athlete.ts";
import { athleteName } from "./RecordMark.tsx";

/**
 * How many records an athlete has and how old they are, or why there are none. It is part of a form
 * that asks again.
 */
export function RecordsState({ language, athlete, actions }: {
  language: Language;
  athlete: ShownAthlete;
  /** What asks again without leaving the page, once scripts run. */
  actions?: { retry(ffaId: string): void } | undefined;
}) {
  const t = textsOf(language).athletes;
  const { missing, stale, readAt, records, others, url } = athlete;
  const when = readAt === null ? "" : formatMoment(readAt, language);
  const link = url && (
    <a
      href={url}
      rel="external noreferrer"
      aria-label={t.federationOf(athleteName(athlete, language))}
    >
      {t.federation}
    </a>
  );
  if (missing !== null) {
    return (
      <p class={missing === "loading" ? "chip-records" : "chip-records chip-warning"}>
        {t[missing]} {!["loading", "gone", "unknown"].includes(missing) && (
          // Without scripts, the same form asks for the page again.
          <button
            type="submit"
            class="link-button"
            onClick={actions && ((event) => {
              event.preventDefault();
              actions.retry(athlete.ffaId);
            })}
          >
            {t.retry}
          </button>
        )} {link}
      </p>
    );
  }
  const count = records.length + others.length;
  return (
    <>
      {stale && <p class="chip-records chip-warning">{t.stale(when)}</p>}
      <p class="chip-records">
        {count === 0 ? t.noRecords : t.records(count)}
        {!stale && when && <>, {t.readAt(when)}</>}{" "}
        {link && <span class="on-screen">· {link}</span>}
      </p>
    </>
  );
}
