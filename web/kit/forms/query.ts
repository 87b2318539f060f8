/** What stands in place of an escape that a query does not need: people read addresses. */
const PLAIN = { "%3A": ":", "%2C": ",", "%40": "@", "%3B": ";", "'": "%27" } as const;

/** A parameter of a query: its name and its value; null leaves it out. */
export type QueryParameter = readonly [name: string, value: string | number | null];

/**
 * The query string of parameters: empty for none, else `?name=value&…`. Written to be read by
 * people; what has to be escaped is so as browsers do it.
 */
export function queryOf(parameters: readonly QueryParameter[]): string {
  const written = parameters.filter(([, value]) => value !== null).map(([name, value]) => {
    const escaped = encodeURIComponent(value ?? "");
    return `${name}=${
      escaped.replace(/%3A|%2C|%40|%3B|'/g, (sign) => PLAIN[sign as keyof typeof PLAIN])
    }`;
  });
  return written.length === 0 ? "" : `?${written.join("&")}`;
}
