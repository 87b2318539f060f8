import { SearchPage } from "../../components/SearchPage.tsx";
import { getSearch } from "../../server/search.ts";
import { currentSite } from "../../server/site.ts";
import { handler, page } from "./$search.ts";

export const handlers = handler({ GET: ({ url }) => getSearch(currentSite(), url, "en") });

export default page(({ data }) => <SearchPage {...data} />);
