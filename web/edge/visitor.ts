/** Header with the visitor's address, as proxies write it and the API reads it. */
const FORWARDED = "x-forwarded-for";

/** Addresses of this machine and of private networks, where the proxy in front runs. */
const PRIVATE =
  /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|::ffff:(?:127|10)\.)/i;

/**
 * The visitor's address: that of the connection or, behind a proxy in a private network, the one
 * the proxy added last. Earlier entries of the header are the visitor's own claims.
 */
export function visitorOf(forwarded: string | null, peer: string): string {
  const forwardedPeer = forwarded?.split(",").at(-1)?.trim();
  return forwardedPeer && PRIVATE.test(peer) ? forwardedPeer : peer;
}

/** The request with only the visitor's address in its header. */
export function withVisitor(request: Request, remote: Deno.Addr): Request {
  const headers = new Headers(request.headers);
  const peer = "hostname" in remote ? remote.hostname : "";
  headers.set(FORWARDED, visitorOf(headers.get(FORWARDED), peer));
  return new Request(request, { headers });
}

/** The visitor's address that {@link withVisitor} wrote; undefined without it. */
export function readVisitor(request: Request): string | undefined {
  return request.headers.get(FORWARDED) || undefined;
}
