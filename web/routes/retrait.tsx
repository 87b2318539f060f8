import { RemovalPage } from "../pages/removal/page.tsx";
import { getRemoval, postRemoval } from "../pages/removal/load.ts";
import { siteFor } from "../edge/site.ts";
import { handler, page } from "./$retrait.ts";

export const handlers = handler({
  GET: ({ req, url }) => getRemoval(siteFor(req), url, "fr"),
  POST: ({ req }) => postRemoval(siteFor(req), req, "fr"),
});

export default page(({ data }) => <RemovalPage {...data} />);
