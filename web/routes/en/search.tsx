import { SearchPage } from "../../pages/search/page.tsx";
import { postSearch } from "../../pages/search/add_athlete.ts";
import { getSearch } from "../../pages/search/load.ts";
import { siteFor } from "../../edge/site.ts";
import { handler, page } from "./$search.ts";

export const handlers = handler({
  GET: ({ req, url }) => getSearch(siteFor(req), url, "en"),
  POST: ({ req }) => postSearch(siteFor(req), req, "en"),
});

export default page(({ data }) => <SearchPage {...data} />);
