import { siteFor } from "../../../edge/site.ts";
import { getComparisonPicture } from "../../../pages/compare/comparison_picture.ts";
import { handler } from "./$preview.ts";

export const handlers = handler({
  GET: ({ req, url }) => getComparisonPicture(siteFor(req), url, "en"),
});
