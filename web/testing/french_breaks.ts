/** What is not typography: scripts and styles, and what is typed into fields. */
const DATA = /<(script|style|textarea)\b.*?<\/\1>| value="[^"]*"/gs;
/** An ordinary space before `:`, `;`, `!`, `?` or `»`, behind `«`, or before a unit. */
const BREAK = /.{0,40}(?: [:;!?»]|« |\d (?:km|m|min|s|h|ans)\b|\d %).{0,20}/gu;

/**
 * Places of a French page where a line could break before a double mark or a unit, in its text or
 * in an attribute, each with what stands around it.
 */
export function frenchBreaks(html: string): string[] {
  return html.replaceAll(DATA, "").match(BREAK) ?? [];
}
