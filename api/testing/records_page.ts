/** One row of a test page: event, mark, date, place. */
export type RecordRow = readonly [event: string, mark: string, date: string, place: string];

/** A records page of the federation in the form its site gives it, of an invented person. */
export function recordsPage(
  { name = "Zélie TESTARD", born = "1994", club = "Ac Exemple", license = "2999901", rows }: {
    name?: string;
    born?: string;
    club?: string;
    license?: string;
    rows: readonly RecordRow[];
  },
): string {
  const lines = rows.map(([event, mark, date, place]) =>
    `<tr class="clickable"><td>${event}</td><td>${mark}</td><td>${date}</td><td>SE</td><td>${club}</td>` +
    `<td>I-F / 075</td><td>${place}</td><td class="desktop-tablet-d-none"></td></tr>` +
    `<tr class="detail-row hide desktop-tablet-d-none"><td colspan="4">SE ${club} ${place}</td></tr>`
  );
  // The site's frame around it is long, and a page that is too short counts as an overload's.
  const frame = '<li><a href="/le-site">Rubrique du site</a></li>'.repeat(40);
  return `<!DOCTYPE html>
<html lang="fr"><head><title>${name} | Fiche athlète</title></head><body>
<nav><ul>${frame}</ul></nav>
<h1>${name}</h1>
<p><span>Né(e) en : </span>${born}</p>
<p><span>Club : </span>${club} *</p>
<p><span>Catégorie / Nationalité : </span>SE / F / FRA</p>
<p><span>N° de licence : </span>${license} - COMP (maj le 16/09/2025)</p>
<p><span>Ligue / Département : </span>I-F / 075</p>
<section data-content="section_5">
<table class="grid-col-12 reveal-table base-table">
<thead><tr><th>Epreuve</th><th>Performance</th><th>Date</th><th>Categorie</th><th>Club</th><th>Lig./Dpt.</th><th>Lieu</th><th class="desktop-tablet-d-none"></th></tr></thead>
<tbody>${lines.join("\n")}</tbody>
</table></section>
</body></html>`;
}

/**
 * What the site answers with 200 for an id it does not know, in one of its moods: its frame without
 * anybody in it.
 */
export const NOBODY_PAGE =
  `<!DOCTYPE html><html lang="fr"><head><title> | Fiche athlète</title></head><body>
<nav><ul><li><a href="/athletes/">Athlètes</a></li><li><a href="/bases/liste.aspx?frmbase=bilans">Bilans</a></li>
${'<li><a href="/le-site">Rubrique du site</a></li>'.repeat(40)}</ul></nav>
<h1 class="title-2 text-white"></h1>
</body></html>`;
