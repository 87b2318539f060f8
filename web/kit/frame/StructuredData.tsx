import { Head } from "fresh/runtime";

/**
 * Facts for search engines (JSON-LD). A data block, which browsers do not run, so the content
 * security policy does not apply.
 */
export function StructuredData({ data }: { data: Record<string, unknown> }) {
  // No text in it may end the element.
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return (
    <Head>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
    </Head>
  );
}

/** The calculator, as schema.org describes a web application. */
export function calculatorFacts(
  { name, description, url, language }: {
    name: string;
    description: string;
    url: string;
    language: string;
  },
): Record<string, unknown> {
  return {
    "@context": "https://schema.org",
    "@type": "WebApplication",
    name,
    description,
    url,
    inLanguage: language,
    applicationCategory: "SportsApplication",
    operatingSystem: "Any",
    browserRequirements: "Works without JavaScript",
    isAccessibleForFree: true,
    offers: { "@type": "Offer", price: "0", priceCurrency: "EUR" },
  };
}
