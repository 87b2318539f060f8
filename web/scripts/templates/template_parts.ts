/** What compiled elements are put together from: see `compile_elements.ts`. */
import { type ComponentChildren, isValidElement, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";

const ESCAPED: Readonly<Record<string, string>> = { '"': "&quot;", "&": "&amp;", "<": "&lt;" };
const TO_ESCAPE = /["&<]/;

/** A text as HTML has it. */
export function escapeText(text: string): string {
  // Most texts have nothing to escape.
  return TO_ESCAPE.test(text) ? text.replaceAll(/["&<]/g, (sign) => ESCAPED[sign] ?? sign) : text;
}

const isSignal = (value: unknown): value is { value: unknown } =>
  typeof value === "object" && value !== null && "peek" in value && "value" in value;

/** An attribute: nothing where it is false, only its name where it is true. */
export function $attribute(name: string, given: unknown): string {
  const value = isSignal(given) ? given.value : given;
  if (value === null || value === undefined || value === false || typeof value === "function") {
    return "";
  }
  if (value === true || value === "") return name;
  return `${name}="${typeof value === "string" ? escapeText(value) : value}"`;
}

/** An attribute that says `true` or `false`, as those of ARIA do. */
export function $state(name: string, given: unknown): string {
  const value = isSignal(given) ? given.value : given;
  return $attribute(name, typeof value === "boolean" ? String(value) : value);
}

/**
 * What stands in an element.
 *
 * @throws {Error} For a signal: Fresh writes those into the page in another way.
 */
export function $child(value: ComponentChildren): ComponentChildren {
  switch (typeof value) {
    case "string":
      return escapeText(value);
    case "number":
    case "bigint":
      return String(value);
    case "object":
      if (isSignal(value)) throw new Error("A signal stands in an element: show its value");
      return Array.isArray(value) || isValidElement(value) ? value : null;
    default:
      return null;
  }
}

/** An element that is written from its template. */
export function $template(texts: string[], ...parts: ComponentChildren[]): VNode {
  return jsxTemplate(texts, ...parts as VNode[]) as VNode;
}
