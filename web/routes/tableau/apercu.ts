import { getTablePicture } from "../../server/table_picture.ts";
import { handler } from "./$apercu.ts";

export const handlers = handler({ GET: ({ url }) => getTablePicture(url, "fr") });
