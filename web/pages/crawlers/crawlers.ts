import { INDEXED_PAGES, PATHS } from "../../kit/addresses/paths.ts";
import { LANGUAGES } from "../../kit/language/language.ts";

/** How long robots may cache these answers, s. */
const KEPT = 3600;

function answer(body: string, type: string): Response {
  return new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "cache-control": `public, max-age=${KEPT}`,
    },
  });
}

/**
 * `GET /robots.txt`. Pages that name people are not forbidden here: a robot must read them to see
 * their `noindex`; otherwise it may list their addresses, which may contain a name.
 */
export function getRobots(siteUrl: string): Response {
  return answer(
    `# The calculator is open to robots. Pages that name people say "noindex" themselves. What asks the federation's
# site at that moment is for people alone.
User-agent: *
Disallow: /api/
Disallow: /*?*at=ffa

Sitemap: ${new URL("/sitemap.xml", siteUrl).href}
`,
    "text/plain",
  );
}

/** `GET /sitemap.xml`: every indexed page in both languages, each with its alternate. */
export function getSitemap(siteUrl: string): Response {
  const address = (path: string) => escapeXml(new URL(path, siteUrl).href);
  const entries = INDEXED_PAGES.flatMap((name) => {
    const alternates = [
      ...LANGUAGES.map((language) => [language, PATHS[language][name]] as const),
      ["x-default", PATHS.fr[name]] as const,
    ].map(([language, path]) =>
      `    <xhtml:link rel="alternate" hreflang="${language}" href="${address(path)}"/>\n`
    ).join("");
    return LANGUAGES.map((language) =>
      `  <url>\n    <loc>${address(PATHS[language][name])}</loc>\n${alternates}  </url>\n`
    );
  });
  return answer(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("")}</urlset>
`,
    "application/xml",
  );
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
