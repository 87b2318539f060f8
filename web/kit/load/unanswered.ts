/**
 * What kept a request from being answered, for the log: the messages of the error and its causes.
 *
 * `fetch` writes the whole address into them. It may say who was searched, which is nobody's
 * business but the visitor's: the address is cut out.
 */
export function unanswered(error: unknown, url: URL): string[] {
  const messages: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) {
    messages.push(`${at.name}: ${at.message.replaceAll(url.href, url.origin)}`);
  }
  return messages;
}
