import { SearchPage } from "../../components/search/SearchPage.tsx";
import { postSearch } from "../../server/add_athlete.ts";
import { getSearch } from "../../server/search.ts";
import { siteFor } from "../../server/site.ts";
import { handler, page } from "./$search.ts";

export const handlers = handler({
  GET: ({ req, url }) => getSearch(siteFor(req), url, "en"),
  POST: ({ req }) => postSearch(siteFor(req), req, "en"),
});

export default page(({ data }) => <SearchPage {...data} />);
