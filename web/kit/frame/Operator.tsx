import type { ComponentChildren } from "preact";
import { contactAddress } from "./contact_address.ts";
import type { Operator } from "./site_facts.ts";

/** A fact that the operator declares, or the words for its absence. */
export function Declared({ value, missing }: { value: string | null; missing: string }) {
  return value === null ? <em class="undeclared">{missing}</em> : <>{value}</>;
}

/** The contact as something to click on, when it is an address. */
export function Contact({ operator, missing }: { operator: Operator; missing: string }) {
  const { contact } = operator;
  if (contact === null) return <em class="undeclared">{missing}</em>;
  const address = contactAddress(contact);
  if (address === null) return <>{contact}</>;
  return address.startsWith("mailto:")
    ? <a href={address}>{contact}</a>
    : <a href={address} rel="external">{contact}</a>;
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
