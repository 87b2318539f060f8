import { TablePage } from "../pages/table/page.tsx";
import { getTable } from "../pages/table/load.ts";
import { siteFor } from "../edge/site.ts";
import { handler, page } from "./$index.ts";

export const handlers = handler({ GET: ({ req, url }) => getTable(siteFor(req), url, "fr") });

export default page(({ data }) => <TablePage {...data} />);
