import { SearchPage } from "../pages/search/page.tsx";
import { postSearch } from "../pages/search/add_athlete.ts";
import { getSearch } from "../pages/search/load.ts";
import { siteFor } from "../edge/site.ts";
import { handler, page } from "./$recherche.ts";

export const handlers = handler({
  GET: ({ req, url }) => getSearch(siteFor(req), url, "fr"),
  POST: ({ req }) => postSearch(siteFor(req), req, "fr"),
});

export default page(({ data }) => <SearchPage {...data} />);
