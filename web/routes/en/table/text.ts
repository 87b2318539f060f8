import { currentSite } from "../../../server/site.ts";
import { getTableText } from "../../../server/table_files.ts";
import { handler } from "./$text.ts";

export const handlers = handler({ GET: ({ url }) => getTableText(currentSite(), url, "en") });
