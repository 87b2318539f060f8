/** The two ways in which the site redirects between its host names. */
export type HostRedirect = "www-redirect" | "apex-redirect";

/**
 * The same address at the other host name of the site: with `www.` in front, or without.
 *
 * @returns Null where the redirect does not apply: the name is the right one already, or no name.
 */
export function otherHost(kind: HostRedirect, url: URL): URL | null {
  const isName = /[a-z]/.test(url.hostname) && !url.hostname.startsWith("[");
  const hasPrefix = url.hostname.startsWith("www.");
  if (!isName || hasPrefix === (kind === "www-redirect")) return null;
  const other = new URL(url);
  other.hostname = hasPrefix ? url.hostname.slice("www.".length) : `www.${url.hostname}`;
  return other;
}
