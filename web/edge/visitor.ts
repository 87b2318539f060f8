/** Header that says who asks: what a proxy calls it, and what the API reads. */
const FORWARDED = "x-forwarded-for";

/** Addresses of this machine and of private networks, where the proxy in front stands. */
const PRIVATE =
  /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|::ffff:(?:127|10)\.)/i;

/**
 * The address of who asks: that of the connection or, where it comes from a proxy beside the site,
 * the one the proxy added last. What else the header holds is what the visitor claims.
 */
export function visitorOf(forwarded: string | null, peer: string): string {
  const told = forwarded?.split(",").at(-1)?.trim();
  return told && PRIVATE.test(peer) ? told : peer;
}

/** The request with one address alone in its header: of who asks. */
export function withVisitor(request: Request, remote: Deno.Addr): Request {
  const headers = new Headers(request.headers);
  const peer = "hostname" in remote ? remote.hostname : "";
  headers.set(FORWARDED, visitorOf(headers.get(FORWARDED), peer));
  return new Request(request, { headers });
}

/** Who asks, as {@link withVisitor} wrote it; undefined where the site is served without it. */
export function readVisitor(request: Request): string | undefined {
  return request.headers.get(FORWARDED) || undefined;
}
