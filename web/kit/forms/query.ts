/** A parameter of a query: its name and its value; null leaves it out. */
export type QueryParameter = readonly [name: string, value: string | number | null];

/**
 * The query string of parameters: empty for none, else `?name=value&…`. Written to be read by
 * people: colons, commas and the like need no escape; what is escaped is so as browsers do it.
 */
export function queryOf(parameters: readonly QueryParameter[]): string {
  const written = parameters.filter(([, value]) => value !== null).map(([name, value]) =>
    `${name}=${queryValue(String(value))}`
  );
  return written.length === 0 ? "" : `?${written.join("&")}`;
}

function queryValue(text: string): string {
  // Most values are numbers, times and names of choices.
  if (/^[\w.:,@;-]*$/.test(text)) return text;
  return encodeURIComponent(text).replaceAll(/%3A|%2C|%40|%3B/g, decodeURIComponent)
    .replaceAll("'", "%27");
}
