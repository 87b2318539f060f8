/** A club as a test's list shows it. */
export type ListedClub = { number: string; name: string; territory?: string };

/** An athlete as a test's roster shows them. */
export type ListedAthlete = {
  id: number | string;
  name: string;
  /** `ES/F`; left out when undefined. */
  category?: string;
  license?: string;
};

/** A page of the club list as the federation writes it, with a pager when there are several. */
export function clubListPage(clubs: readonly ListedClub[], pager: Pager = {}): string {
  const rows = clubs.map(({ number, name, territory = "I-F/075" }) =>
    `<tr class="clickable"><td>1</td><td>100</td><td><a href="/bases/liste.aspx?frmbase=cclubs` +
    `&amp;frmnclub=${number}">${name}</a></td><td>${number}</td><td>${territory}</td><td>3</td></tr>`
  );
  return page(rows, pager);
}

/** A page of a roster as the federation writes it. */
export function rosterPage(athletes: readonly ListedAthlete[], pager: Pager = {}): string {
  return page(athletes.map(rosterRow), pager);
}

/** A row of a roster. */
export function rosterRow({ id, name, category, license }: ListedAthlete): string {
  const details = [
    category === undefined ? "" : `<b>${category}</b>`,
    license ?? "",
  ].filter((part) => part !== "").join("&nbsp;&nbsp;");
  return `<tr><td colspan="1"><div class="headers6"><a href="/athletes/${id}/niveau"><b>${name}` +
    `</b></a>&nbsp;&nbsp;${details}</div></td></tr>`;
}

/** An athlete's own page as the federation writes its top. */
export function athletePage(
  { name, birthYear, nationality }: { name: string; birthYear: number; nationality: string },
): string {
  const [surname, ...given] = name.split(" ");
  return `<!DOCTYPE html><html lang="fr"><head><title>${name} | Athlète</title></head><body>
<h1 class="title-2">${given.join(" ")}<br>${surname}</h1>
<p class="text-white"><span class="text-blue">Né(e) en : </span>${birthYear}</p>
<p class="text-white"><span class="text-blue">Catégorie / Nationalité : </span>ES<span>/</span>F<span>/</span>${nationality}</p>
</body></html>`;
}

/** What the site answers for an id it does not know: its frame without anybody in it. */
export const NOBODY_PAGE =
  `<!DOCTYPE html><html lang="fr"><head><title> | Athlète</title></head><body>
<nav><ul><li><a href="/athletes/">Athlètes</a></li><li><a href="/bases/liste.aspx?frmbase=bilans">Bilans</a></li>
${'<li><a href="/le-site">Rubrique du site</a></li>'.repeat(40)}</ul></nav>
<h1 class="title-2 text-white"></h1></body></html>`;

/** Which page of how many; one of one by default. Rows of markup may stand among the others. */
export type Pager = { page?: number; pages?: number; extraRows?: readonly string[] };

function page(
  rows: readonly string[],
  { page: number = 1, pages = 1, extraRows = [] }: Pager,
): string {
  const pad = (value: number) => String(value).padStart(3, "0");
  const pager = pages === 1
    ? ""
    : `<tr><td colspan="7"><div class="custom-select" id="selectPagination"><span class="select-text">` +
      `Page&nbsp;&gt;&nbsp;${pad(number)}/${pad(pages)}&nbsp;&lt;</span></div></td></tr>`;
  return `<!DOCTYPE html><html lang="fr"><head><title>Liste</title></head><body>
<table class="reveal-table base-table" id="ctnCClubs"><tbody class="text-blue-primary">
<tr><td colspan="7"><div class="mainheaders heading-4">Résultats de votre recherche</div></td></tr>
${pager}${rows.join("\n")}${extraRows.join("\n")}
</tbody></table></body></html>`;
}

/** A page of a club's results as the federation writes it. */
export function resultsPage(
  results: readonly { id: number | string; name: string; details: string }[],
): string {
  const columns = [
    "Nom",
    "Epreuve",
    "Résultat",
    "Tour",
    "Infos",
    "Points",
    "Niveau",
    "Date",
    "Ville",
  ]
    .map((name) => `<th class="columnsCMP"><div>${name}</div></th>`).join("");
  const rows = results.map(({ id, name, details }) =>
    `<tr class="trlive"><td><a href="/athletes/${id}">${name}</a></td><td>1 500m / ${
      details.slice(0, 3)
    }</td><td>4. 4'29''10</td><td>Finale 2</td><td>${details}</td><td>861</td><td>IR4</td>` +
    `<td>08/02</td><td>Ville Test</td></tr>`
  );
  return page([`<tr>${columns}</tr>`, ...rows], {});
}
