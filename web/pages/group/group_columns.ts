/** Texts on how the columns of a pasted list were read. */
import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import type { ColumnUse, ListColumns } from "./list_columns.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

interface Texts {
  kinds: Record<Exclude<ColumnUse["kind"], "result" | "unused">, string>;
  result: (distance: string) => string;
  used: (columns: string) => string;
  unused: (columns: string, count: number) => string;
  /** A column without a title. */
  numbered: (number: string) => string;
}

const fr: Texts = french({
  kinds: {
    name: "nom",
    surname: "nom",
    given: "prénom",
    vma: "VMA",
    time: "temps",
    distance: "distance",
  },
  result: (distance) => `temps sur ${distance}`,
  used: (columns) => `Colonnes lues : ${columns}.`,
  unused: (columns, count) =>
    count === 1 ? ` Non utilisée : ${columns}.` : ` Non utilisées : ${columns}.`,
  numbered: (number) => `n° ${number}`,
});

const en: Texts = {
  kinds: {
    name: "name",
    surname: "surname",
    given: "first name",
    vma: "MAS",
    time: "time",
    distance: "distance",
  },
  result: (distance) => `time over ${distance}`,
  used: (columns) => `Columns read: ${columns}.`,
  unused: (columns) => ` Not used: ${columns}.`,
  numbered: (number) => `no.\u00a0${number}`,
};

const TEXTS: Record<Language, Texts> = { fr, en };

/** Says which columns were read as what, and which were not used. */
export function columnsText({ used, unused }: ListColumns, language: Language): string {
  const t = TEXTS[language];
  const names = used.map((use) =>
    use.kind === "result"
      ? t.result(writeInput({ kind: "distance", meters: use.distance }, language))
      : use.kind === "unused"
      ? ""
      : t.kinds[use.kind]
  );
  const titles = unused.map((title) => /^\d+$/.test(title) ? t.numbered(title) : title);
  const left = titles.length === 0 ? "" : t.unused(titles.join(", "), titles.length);
  return t.used([...new Set(names)].join(", ")) + left;
}
