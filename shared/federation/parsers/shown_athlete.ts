/** The tabs of an athlete's page, as links to them are written. */
const TAB = /\/athletes\/+(\d{1,12})\/+(?:records|resultats|bilans|niveau|selections)\b/gi;

/**
 * Whether a page of an athlete is that of another one, which a site in trouble may send: all its
 * tabs are somebody else's. A page without tabs, or with those of several people, does not say.
 */
export function isOfAnotherAthlete(html: string, ffaId: string): boolean {
  const ids = new Set(Array.from(html.matchAll(TAB), ([, id]) => id));
  return ids.size === 1 && !ids.has(ffaId);
}
