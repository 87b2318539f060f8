import { HtmlValidate } from "html-validate";

/** What the standard says, without the validator's own taste. */
const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });

/** What is wrong with a page, as `rule: message (element)`. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)
  );
}
