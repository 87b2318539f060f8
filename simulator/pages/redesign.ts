import { hash } from "../chance/draw.ts";

/** Tags of today and what stands in their place. */
const TAGS: Record<string, string> = {
  table: "div",
  thead: "div",
  tbody: "div",
  tr: "div",
  td: "span",
  th: "span",
  section: "article",
  p: "div",
  h1: "h2",
  span: "em",
};

/** Labels of today and what stands in their place. */
const LABELS: readonly (readonly [RegExp, string])[] = [
  [/Né\(e\) (?:en|le) : /g, "Année de naissance"],
  [/Club : /g, "Structure"],
  [/Taille \/ poids : /g, "Gabarit"],
  [/Catégorie \/ Nationalité : /g, "Profil"],
  [/N° de licence : /g, "Adhésion"],
  [/Ligue \/ Département : /g, "Territoire"],
  [/Résultats de votre recherche/g, "Liste"],
];

/**
 * Rewrites a page as after the next redesign: other frame, classes, tags, labels and addresses,
 * with the same names and figures in it. The search answers an object in place of a list.
 */
export function toRedesign(body: string): string {
  if (/^[[{]/.test(body)) return toRedesignedList(body);
  const title = /<title>(.*?)<\/title>/.exec(body)?.[1];
  const content = retag(/<main>\n([\s\S]*)\n<\/main>/.exec(body)?.[1] ?? body);
  return title === undefined ? content : `<!DOCTYPE html>
<html lang="fr" data-theme="light">
<head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/_assets/app.css"></head>
<body><div id="app"><div class="shell"><a class="brand" href="/fr">Fédération simulée</a><a href="/fr/agenda">Agenda</a><a href="/fr/performances">Performances</a><a href="/fr/structures">Structures</a><a href="/fr/licencies">Licenciés</a></div>
<div class="view">
${content}
</div>
<div class="legal">Toutes les personnes, tous les clubs et toutes les performances sont inventés. <a href="/fr/mentions">Mentions légales</a></div></div><script type="module" src="/_assets/app.js"></script></body>
</html>
`;
}

function retag(html: string): string {
  const tagged = html
    .replaceAll(/<br>/g, " ")
    .replaceAll(/ (?:id|data-content|data-section|data-value|colspan|style)="[^"]*"/g, "")
    .replaceAll(/class="([^"]*)"/g, (_, name: string) => `class="c${classNumber(name)}"`)
    .replaceAll(/(href|data-url)="\/athletes\/(\d*)[^"]*"/g, '$1="/fr/licencies/$2"')
    .replaceAll(/(href|data-url)="\/bases\/liste\.aspx[^"]*"/g, '$1="/fr/structures"')
    .replaceAll(
      /<(\/?)([a-z][a-z0-9]*)/g,
      (_, slash: string, name: string) => `<${slash}${TAGS[name] ?? name}`,
    );
  return LABELS.reduce((text, [pattern, label]) => text.replaceAll(pattern, label), tagged);
}

/** One number a class name, unlike any of today's. */
function classNumber(name: string): number {
  return [...name].reduce((sum, character) => hash(sum, character.charCodeAt(0)), 7) % 9000;
}

function toRedesignedList(json: string): string {
  const items: unknown = JSON.parse(json);
  const entries = Array.isArray(items) ? items : [items];
  return JSON.stringify({
    total: entries.length,
    hits: entries.map(({ actseq, nom }) => ({ id: actseq, label: nom })),
  });
}
