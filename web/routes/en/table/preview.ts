import { getTablePicture } from "../../../server/table_picture.ts";
import { handler } from "./$preview.ts";

export const handlers = handler({ GET: ({ url }) => getTablePicture(url, "en") });
