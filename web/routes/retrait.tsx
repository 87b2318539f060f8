import { RemovalPage } from "../components/legal/RemovalPage.tsx";
import { getRemoval, postRemoval } from "../server/removal.ts";
import { siteFor } from "../server/site.ts";
import { handler, page } from "./$retrait.ts";

export const handlers = handler({
  GET: ({ req, url }) => getRemoval(siteFor(req), url, "fr"),
  POST: ({ req }) => postRemoval(siteFor(req), req, "fr"),
});

export default page(({ data }) => <RemovalPage {...data} />);
