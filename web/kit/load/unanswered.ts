/**
 * Why a request failed, for the log: the messages of the error and its causes.
 *
 * `fetch` writes the whole address into them. The address is removed, because it may contain a
 * searched name.
 */
export function unanswered(error: unknown, url: URL): string[] {
  const messages: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) {
    messages.push(`${at.name}: ${at.message.replaceAll(url.href, url.origin)}`);
  }
  return messages;
}
