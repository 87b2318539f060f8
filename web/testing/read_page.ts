import { assert } from "@std/assert";
import { attribute, findFirst, type HtmlNode, text } from "@mypacer/shared/federation/html.ts";

/** Value of an attribute of the first element that matches; null when there is none. */
export function valueOf(document: HtmlNode, selector: string, name: string): string | null {
  const element = findFirst(document, selector);
  return element && attribute(element, name);
}

/** Text of the first element that matches; there must be one. */
export function textOf(document: HtmlNode, selector: string): string {
  const element = findFirst(document, selector);
  assert(element, `no ${selector}`);
  return text(element);
}

/** A text with ordinary spaces in place of no-break ones. */
export const withPlainSpaces = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");
