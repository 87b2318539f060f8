import { siteFor } from "../../server/site.ts";
import { getTableCsv } from "../../server/table_files.ts";
import { handler } from "./$csv.ts";

export const handlers = handler({ GET: ({ req, url }) => getTableCsv(siteFor(req), url, "fr") });
