import type { PageStyle } from "./style.ts";

/** One section of an athlete's page; its tab opens it. */
export type Section = {
  /** Number of the section, as the tabs refer to it. */
  number: number;
  title: string;
  html: string;
};

/** Writes a section, or nothing in the `missingSection` style. */
export function section({ number, title, html }: Section, style: PageStyle): string {
  if (style.missingSection) return "";
  return `<section class="tab-section" ${style.sectionAttribute}="section_${number}">
<h2 class="title-3">${title}</h2>
${html}
</section>
`;
}
