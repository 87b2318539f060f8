import { RemovalPage } from "../../components/legal/RemovalPage.tsx";
import { getRemoval, postRemoval } from "../../server/removal.ts";
import { currentSite } from "../../server/site.ts";
import { handler, page } from "./$removal.ts";

export const handlers = handler({
  GET: ({ url }) => getRemoval(currentSite(), url, "en"),
  POST: ({ req }) => postRemoval(currentSite(), req, "en"),
});

export default page(({ data }) => <RemovalPage {...data} />);
