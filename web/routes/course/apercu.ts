import { siteFor } from "../../edge/site.ts";
import { getRacePicture } from "../../pages/race/race_picture.ts";
import { handler } from "./$apercu.ts";

export const handlers = handler({
  GET: ({ req, url }) => getRacePicture(siteFor(req), url, "fr"),
});
