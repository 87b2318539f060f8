import { SearchPage } from "../components/search/SearchPage.tsx";
import { postSearch } from "../server/add_athlete.ts";
import { getSearch } from "../server/search.ts";
import { currentSite } from "../server/site.ts";
import { handler, page } from "./$recherche.ts";

export const handlers = handler({
  GET: ({ url }) => getSearch(currentSite(), url, "fr"),
  POST: ({ req }) => postSearch(currentSite(), req, "fr"),
});

export default page(({ data }) => <SearchPage {...data} />);
