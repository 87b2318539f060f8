import type { AthleteHit, MatchSpan } from "@mypacer/shared/contract/athlete.ts";
import { categoryLabel } from "@mypacer/shared/domain/people/category.ts";
import type { Language } from "../language/language.ts";
import { textsOf } from "../texts/texts.ts";
import { bornText } from "./shown_athlete.ts";

/** Cuts a name at the spans that match the query, in order; overlapping spans are skipped. */
export function cutSpans(
  name: string,
  spans: readonly MatchSpan[],
): { text: string; matched: boolean }[] {
  const pieces: { text: string; matched: boolean }[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start) continue;
    if (start > at) pieces.push({ text: name.slice(at, start), matched: false });
    pieces.push({ text: name.slice(start, end), matched: true });
    at = end;
  }
  if (at < name.length) pieces.push({ text: name.slice(at), matched: false });
  return pieces.filter(({ text }) => text !== "");
}

/** Facts that distinguish homonyms: club, category, birth year. */
export function athleteFacts(
  { club, category, born, sex }: {
    club: string | null;
    category: string | null;
    born: string | null;
    sex: "M" | "F" | null;
  },
  language: Language,
): string {
  const t = textsOf(language).search;
  return [
    club ?? t.noClub,
    category === null ? null : categoryLabel(category, language),
    born === null ? t.bornUnknown : t.born(sex, born),
  ].filter((fact) => fact !== null).join(" · ");
}

/** A name with the parts of it that match. */
export function AthleteName({ name, match }: { name: string; match: readonly MatchSpan[] }) {
  return (
    <span class="athlete-name">
      {cutSpans(name, match).map(({ text, matched }, index) =>
        matched ? <mark key={index}>{text}</mark> : text
      )}
    </span>
  );
}

/**
 * One athlete of a search: the name with its matching parts, and facts that distinguish homonyms.
 */
export function AthleteLine({ hit, language }: { hit: AthleteHit; language: Language }) {
  const facts = athleteFacts({
    club: hit.club?.name ?? null,
    category: hit.category,
    born: bornText(hit),
    sex: hit.sex,
  }, language);
  return (
    <>
      <AthleteName {...hit} />
      <span class="athlete-facts">{facts}</span>
    </>
  );
}
