/**
 * Sites that say they are well and are not: releases that went wrong. As `SITE_IS_BROKEN` says,
 * every page is an error, or a page is well and none of the files that it names is there.
 */
const withoutFiles = Deno.env.get("SITE_IS_BROKEN") === "without files";
const api = Deno.env.get("API_URL") ?? "";
const page =
  `<!doctype html><script type="module" src="/assets/main-1a2b3c.js"></script><table></table>`;

Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.env.get("WEB_PORT")) }, async (request) => {
  const { pathname, search } = new URL(request.url);
  if (pathname === "/robots.txt") return new Response("User-agent: *\n");
  if (!withoutFiles) return new Response("broken\n", { status: 500 });
  if (pathname.startsWith("/api/")) return await fetch(api + pathname.slice(4) + search);
  if (pathname.startsWith("/assets/")) return new Response("not found\n", { status: 404 });
  return new Response(page, { headers: { "content-type": "text/html" } });
});
