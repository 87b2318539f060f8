import { RemovalPage } from "../components/legal/RemovalPage.tsx";
import { getRemoval, postRemoval } from "../server/removal.ts";
import { currentSite } from "../server/site.ts";
import { handler, page } from "./$retrait.ts";

export const handlers = handler({
  GET: ({ url }) => getRemoval(currentSite(), url, "fr"),
  POST: ({ req }) => postRemoval(currentSite(), req, "fr"),
});

export default page(({ data }) => <RemovalPage {...data} />);
