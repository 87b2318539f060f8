/**
 * The query string of parameters: empty for none, else `?name=value&…`. Written to be read by
 * people.
 */
export function queryOf(parameters: readonly (readonly [name: string, text: string])[]): string {
  const written = parameters.map(([name, text]) =>
    // Colons, commas and the like need no escape in a query; what is escaped is so as browsers do
    // it.
    `${name}=${
      encodeURIComponent(text).replaceAll(/%3A|%2C|%40|%3B/g, decodeURIComponent).replaceAll(
        "'",
        "%27",
      )
    }`
  );
  return written.length === 0 ? "" : `?${written.join("&")}`;
}
