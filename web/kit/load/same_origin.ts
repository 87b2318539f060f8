/**
 * Whether a form was sent from a page of this site: other sites must not submit forms for visitors.
 *
 * Browsers send the origin (`Sec-Fetch-Site`, older ones `Origin`); a request without it is
 * refused.
 */
export function isFromThisSite(request: Request, siteUrl: string): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = URL.parse(request.headers.get("origin") ?? "");
  if (origin === null) return false;
  return origin.origin === new URL(siteUrl).origin || origin.host === request.headers.get("host");
}
