import { HomePage } from "../components/table/HomePage.tsx";
import { getHome } from "../server/home.ts";
import { siteFor } from "../server/site.ts";
import { handler, page } from "./$index.ts";

export const handlers = handler({ GET: ({ req, url }) => getHome(siteFor(req), url, "fr") });

export default page(({ data }) => <HomePage {...data} />);
