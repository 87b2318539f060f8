import { createHash } from "node:crypto";
import { HEAD_SCRIPT } from "../kit/frame/head_script.ts";

/**
 * The only inline script a page has beside the one of its head: Fresh's boot module, last in the
 * head. Its text never holds a `<`. No other inline script is allowed: hashing every script of the
 * page would allow an injected one.
 */
const BOOT = /<script type="module">(const early=[^<]*)<\/script><\/head>/;

/** Headers that every answer carries, whatever it is. */
const COMMON: Readonly<Record<string, string>> = {
  // Pages have their own policy; no other answer may load anything.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // Addresses contain ids of athletes, which other sites must not learn.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const PERMISSIONS_POLICY =
  "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()";

/** Scripts, styles, and typefaces, which no browser opens as a document. */
const NO_DOCUMENT = /^(?:text\/(?:javascript|css)|font\/)/;

/** Policy of the service worker, which obeys the one of its own file: it may ask only the site. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/** Sets the security headers that an answer does not have. */
export function setSecurityHeaders(headers: Headers, { https }: { https: boolean }): void {
  for (const [name, value] of Object.entries(COMMON)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  // Only documents have permissions; a first visit loads eight other files.
  if (!NO_DOCUMENT.test(headers.get("content-type") ?? "")) {
    headers.set("permissions-policy", PERMISSIONS_POLICY);
  }
  if (https) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
}

/** The source expression of a security policy that allows one inline text. */
export function hashSource(text: string): string {
  // The asynchronous way takes four times as long for texts of a few kilobytes.
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

const HEAD_SOURCE = hashSource(HEAD_SCRIPT);

/**
 * Content security policy of a page: everything from the site itself, the script of its head, its
 * one boot script, and its style sheets.
 *
 * @param styles Source expressions of the inlined style sheets, computed from their files.
 */
export function contentSecurityPolicy(html: string, styles: readonly string[]): string {
  const boot = html.match(BOOT)?.[1];
  return [
    "default-src 'none'",
    ["script-src 'self'", HEAD_SOURCE, ...boot === undefined ? [] : [hashSource(boot)]].join(" "),
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
