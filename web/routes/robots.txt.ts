import { handler } from "./$robots.txt.ts";

/** The calculator is open to robots; pages that name people say `noindex` themselves. */
const ROBOTS = `User-agent: *
Disallow: /api/
`;

export const handlers = handler({
  GET: () =>
    new Response(ROBOTS, {
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "max-age=3600" },
    }),
});
