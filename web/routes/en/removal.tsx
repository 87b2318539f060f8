import { RemovalPage } from "../../pages/removal/page.tsx";
import { getRemoval, postRemoval } from "../../pages/removal/load.ts";
import { siteFor } from "../../edge/site.ts";
import { handler, page } from "./$removal.ts";

export const handlers = handler({
  GET: ({ req, url }) => getRemoval(siteFor(req), url, "en"),
  POST: ({ req }) => postRemoval(siteFor(req), req, "en"),
});

export default page(({ data }) => <RemovalPage {...data} />);
