/** A site that says it is well and answers every page with an error: a release that went wrong. */
Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.env.get("WEB_PORT")) }, (request) => {
  const { pathname } = new URL(request.url);
  return pathname === "/robots.txt"
    ? new Response("User-agent: *\n")
    : new Response("broken\n", { status: 500 });
});
