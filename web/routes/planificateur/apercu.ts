import { siteFor } from "../../edge/site.ts";
import { getPlanPicture } from "../../pages/planner/plan_picture.ts";
import { handler } from "./$apercu.ts";

export const handlers = handler({
  GET: ({ req, url }) => getPlanPicture(siteFor(req), url, "fr"),
});
