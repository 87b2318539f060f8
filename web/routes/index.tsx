import { HomePage } from "../components/table/HomePage.tsx";
import { getHome } from "../server/home.ts";
import { currentSite } from "../server/site.ts";
import { handler, page } from "./$index.ts";

export const handlers = handler({ GET: ({ url }) => getHome(currentSite(), url, "fr") });

export default page(({ data }) => <HomePage {...data} />);
