import { siteFor } from "../../server/site.ts";
import { getTableText } from "../../server/table_files.ts";
import { handler } from "./$texte.ts";

export const handlers = handler({ GET: ({ req, url }) => getTableText(siteFor(req), url, "fr") });
