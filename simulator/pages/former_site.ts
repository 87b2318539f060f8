/** Labels of the athlete's page as it was, by those of today. */
const LABELS: readonly (readonly [RegExp, string])[] = [
  [/Né\(e\) en : /g, "Né(e) en"],
  [/Né\(e\) le : /g, "Né(e) le"],
  [/Taille \/ poids : /g, "Taille/Poids"],
  [/Catégorie \/ Nationalité : /g, "Catégorie/Nationalité"],
  [/N° de licence : /g, "Licence"],
  [/Ligue \/ Département : /g, "Ligue/Département"],
];

/** Number of a person's history on the former site: not the id of today. */
function historyId(ffaId: string): string {
  return String(Number(ffaId) % 1_000_000);
}

/** A number as the site wrote it in `seq`: each character as 99 minus its code, then its code. */
export function encodeSeq(id: string): string {
  return Array.from(id, (digit) => {
    const code = digit.charCodeAt(0);
    return `${99 - code}${code}`;
  }).join("");
}

/**
 * Rewrites a page as the site had it before September 2025: bold labels in a table, red-lined
 * tables, links to `asp.net`. The names and marks are those of today's page.
 */
export function toFormerSite(body: string): string {
  const title = /<title>(.*?)<\/title>/.exec(body)?.[1] ?? "";
  const content = (/<main>\n([\s\S]*)\n<\/main>/.exec(body)?.[1] ?? body)
    .replaceAll(/<section [^>]*section_(\d+)"[^>]*>/g, '<div id="divRecord$1" class="divDatas">')
    .replaceAll("</section>", "</div>")
    .replaceAll(/<tr class="detail-row[\s\S]*?<\/table><\/td><\/tr>\n/g, "")
    .replaceAll(/<table[^>]*>/g, '<table class="linedRed" cellpadding="2" width="100%">')
    .replaceAll(/<t(body|head|r)[^>]*>/g, "<t$1>")
    .replaceAll(/<td[^>]*>/g, '<td class="innerDatas">')
    .replaceAll(/<h1[^>]*>([^<]*)<br>([^<]*)<\/h1>/g, '<div class="titles"><h1>$2 $1</h1></div>')
    .replaceAll(
      /<p class="text-white"><span[^>]*>([^<]*)<\/span>(.*?)<\/p>/g,
      "<b>$1</b>&nbsp;$2<br>",
    )
    .replaceAll(
      /href="\/athletes\/(\d+)[^"]*"/g,
      (_, id: string) =>
        `href="/asp.net/athletes.aspx?base=records&amp;seq=${encodeSeq(historyId(id))}"`,
    );
  const relabeled = LABELS.reduce(
    (text, [pattern, label]) => text.replaceAll(pattern, label),
    content,
  );
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title}</title><link rel="stylesheet" type="text/css" href="/css/bdd.css"></head>
<body><div id="bddHead"><a href="/asp.net/accueil.html/html.aspx?htmlid=1">Fédération simulée</a> | <a href="/asp.net/liste.aspx?frmbase=resultats&amp;frmmode=2">Résultats</a> | <a href="/asp.net/liste.aspx?frmbase=cclubs&amp;frmmode=1">Clubs</a>
<select class="barSelect" name="frmsaison"><option selected="selected">2025</option><option>2024</option></select></div>
<div id="bddDetails">
${relabeled}
</div>
<div id="bddFoot">Toutes les personnes sont inventées.</div>
</body>
</html>
`;
}
