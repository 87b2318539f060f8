import { HtmlValidate } from "html-validate";

/** The rules of the standard, without the validator's stylistic ones. */
const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });

/** Faults of a page, as `rule: message (element)`. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)
  );
}
