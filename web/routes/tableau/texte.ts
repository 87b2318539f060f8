import { siteFor } from "../../edge/site.ts";
import { getTableText } from "../../pages/table_files/table_files.ts";
import { handler } from "./$texte.ts";

export const handlers = handler({ GET: ({ req, url }) => getTableText(siteFor(req), url, "fr") });
