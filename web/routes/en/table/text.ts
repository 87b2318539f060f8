import { getTableText } from "../../../server/table_files.ts";
import { handler } from "./$text.ts";

export const handlers = handler({ GET: ({ url }) => getTableText(url, "en") });
