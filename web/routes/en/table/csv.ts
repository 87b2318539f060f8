import { siteFor } from "../../../edge/site.ts";
import { getTableCsv } from "../../../pages/table_files/table_files.ts";
import { handler } from "./$csv.ts";

export const handlers = handler({ GET: ({ req, url }) => getTableCsv(siteFor(req), url, "en") });
