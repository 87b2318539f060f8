import { siteFor } from "../../edge/site.ts";
import { getTablePicture } from "../../pages/table_files/table_picture.ts";
import { handler } from "./$apercu.ts";

export const handlers = handler({
  GET: ({ req, url }) => getTablePicture(siteFor(req), url, "fr"),
});
