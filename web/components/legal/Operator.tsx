import type { ComponentChildren } from "preact";
import type { Operator } from "../page/site_facts.ts";

/** A fact that the operator declares, or the words for its absence. */
export function Declared({ value, missing }: { value: string | null; missing: string }) {
  return value === null ? <em class="undeclared">{missing}</em> : <>{value}</>;
}

/** The contact as something to click on, when it is an address. */
export function Contact({ operator, missing }: { operator: Operator; missing: string }) {
  const { contact } = operator;
  if (contact === null) return <em class="undeclared">{missing}</em>;
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact)) {
    return <a href={`mailto:${contact}`}>{contact}</a>;
  }
  if (/^https:\/\//.test(contact)) return <a href={contact} rel="external">{contact}</a>;
  return <>{contact}</>;
}

/** A part of a legal page. */
export function Article({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
