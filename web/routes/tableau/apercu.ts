import { siteFor } from "../../server/site.ts";
import { getTablePicture } from "../../server/table_picture.ts";
import { handler } from "./$apercu.ts";

export const handlers = handler({
  GET: ({ req, url }) => getTablePicture(siteFor(req), url, "fr"),
});
