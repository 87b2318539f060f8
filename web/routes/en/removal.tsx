import { RemovalPage } from "../../components/legal/RemovalPage.tsx";
import { getRemoval, postRemoval } from "../../server/removal.ts";
import { siteFor } from "../../server/site.ts";
import { handler, page } from "./$removal.ts";

export const handlers = handler({
  GET: ({ req, url }) => getRemoval(siteFor(req), url, "en"),
  POST: ({ req }) => postRemoval(siteFor(req), req, "en"),
});

export default page(({ data }) => <RemovalPage {...data} />);
