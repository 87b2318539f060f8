/**
 * The only inline script a page has: Fresh's boot module, last in the head. Its text never holds a
 * `<`. No other inline script is ever allowed: hashing whatever stands in the page would bless an
 * injected one.
 */
const BOOT = /<script type="module">(const early=[^<]*)<\/script><\/head>/;

/** Headers that every answer carries. */
const COMMON: Readonly<Record<string, string>> = {
  // Pages bring their own policy; nothing else is a document that may load anything.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // Addresses hold the ids of athletes: they are nobody else's business.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()",
};

/**
 * Policy of the service worker, which is held to that of its own file: it asks the site, and
 * nothing else.
 */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/** Sets the security headers that an answer does not bring by itself. */
export function setSecurityHeaders(headers: Headers, { https }: { https: boolean }): void {
  for (const [name, value] of Object.entries(COMMON)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (https) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
}

/** The word of a security policy that allows one inline text, and no other. */
export async function hashSource(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${new Uint8Array(digest).toBase64()}'`;
}

/**
 * Content security policy of a page: everything from the site itself, its one boot script, and its
 * style sheets.
 *
 * @param styles Words that allow the style sheets in the page, known from their files.
 */
export async function contentSecurityPolicy(
  html: string,
  styles: readonly string[],
): Promise<string> {
  const boot = html.match(BOOT)?.[1];
  return [
    "default-src 'none'",
    boot === undefined ? "script-src 'self'" : `script-src 'self' ${await hashSource(boot)}`,
    ["style-src 'self'", ...styles].join(" "),
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
