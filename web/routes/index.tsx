import { HomePage } from "../pages/table/page.tsx";
import { getHome } from "../pages/table/load.ts";
import { siteFor } from "../edge/site.ts";
import { handler, page } from "./$index.ts";

export const handlers = handler({ GET: ({ req, url }) => getHome(siteFor(req), url, "fr") });

export default page(({ data }) => <HomePage {...data} />);
