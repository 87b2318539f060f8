import { GroupPage } from "../pages/group/page.tsx";
import { getGroup, postGroup } from "../pages/group/load.ts";
import { siteFor } from "../edge/site.ts";
import { handler, page } from "./$groupe.ts";

export const handlers = handler({
  GET: ({ req, url }) => getGroup(siteFor(req), url, "fr"),
  POST: ({ req }) => postGroup(siteFor(req), req, "fr"),
});

export default page(({ data }) => <GroupPage {...data} />);
