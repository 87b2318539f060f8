const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text for use between tags and within double-quoted attributes. The site leaves apostrophes alone.
 */
export function escapeText(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
    : text;
}

/** The empty cell that ends each row, with a chevron for phones. */
export const CHEVRON =
  '<td class="weight-bold text-blue-button desktop-tablet-d-none"><i class="fa-solid fa-chevron-down"></i></td>';

const ZEBRA = ["clickable", "bg-background-light-grey clickable"];

/** Class of the row at a place: every other one is grey. */
export function rowClass(place: number): string {
  return ZEBRA[place % 2] ?? "";
}

/** The copy of a row for phones: column names above the cells that are hidden there. */
export function detailRow(cells: readonly (readonly [name: string, html: string])[]): string {
  const names = cells.map(([name]) => `<th><div>${name}</div></th>`).join("");
  const values = cells.map(([, html]) => `<td>${html}</td>`).join("");
  return `<tr class="detail-row hide desktop-tablet-d-none"><td colspan="4"><table class="detail-inner-table"><tbody><tr>${names}</tr><tr>${values}</tr></tbody></table></td></tr>\n`;
}

/** The head of a table: one cell a column, and one for the chevrons. */
export function columnHeads(names: readonly string[], className = "columns"): string {
  const cells = names.map((name) => `<th class="${className}"><div>${name}</div></th>`).join("");
  return `<tr>${cells}<th class="desktop-tablet-d-none"></th></tr>\n`;
}

/** What stands above every page of the site. */
const FRAME_HEAD =
  `<header class="site-header bg-background-grey grid items-center"><a class="logo" href="/" title="Accueil">Fédération simulée</a>
<nav class="main-menu" aria-label="Menu principal"><ul>
<li><a href="/">Accueil</a></li>
<li><a href="/bases/liste.aspx?frmbase=calendrier&amp;frmmode=1">Calendrier</a></li>
<li><a href="/bases/liste.aspx?frmbase=resultats&amp;frmmode=2">Résultats</a></li>
<li><a href="/bases/liste.aspx?frmbase=bilans&amp;frmmode=1">Bilans</a></li>
<li><a href="/bases/liste.aspx?frmbase=cclubs&amp;frmmode=1">Clubs</a></li>
<li><a href="/athletes/">Athlètes</a></li>
<li><a href="/competitions/">Compétitions</a></li>
</ul></nav>
<form class="search-bar" action="/athletes/" method="get"><input type="search" name="recherche" placeholder="Rechercher un athlète"><button type="submit">Rechercher</button></form></header>`;

/** What stands below every page of the site. */
const FRAME_FOOT =
  `<footer class="site-footer bg-background-light-grey"><p class="text-small">Site simulé : toutes les personnes, tous les clubs et toutes les performances sont inventés. La reproduction des données affichées n'est pas autorisée.</p>
<ul><li><a href="/mentions">Mentions légales</a></li><li><a href="/confidentialite">Confidentialité</a></li><li><a href="/contact">Contact</a></li></ul></footer>`;

/** A whole page. @param head What the `title` holds, as HTML. */
export function page(head: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${head}</title></head>
<body>
${FRAME_HEAD}
<main>
${body}
</main>
${FRAME_FOOT}
</body>
</html>
`;
}
