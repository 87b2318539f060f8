/**
 * Whether a form was sent from a page of this site: no other site may have visitors do something
 * here.
 *
 * Browsers say where a form comes from (`Sec-Fetch-Site`, older ones `Origin`); who says nothing is
 * refused.
 */
export function isFromThisSite(request: Request, siteUrl: string): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = URL.parse(request.headers.get("origin") ?? "");
  if (origin === null) return false;
  return origin.origin === new URL(siteUrl).origin || origin.host === request.headers.get("host");
}
