import { PATHS } from "../kit/addresses/paths.ts";
import { handler } from "./$compare.ts";

/** The English word leads to the French page as well: its language is in the path. */
export const handlers = handler({
  GET: ({ url }) =>
    new Response(null, { status: 308, headers: { location: PATHS.fr.compare + url.search } }),
});
