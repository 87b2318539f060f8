import { GroupPage } from "../../pages/group/page.tsx";
import { getGroup, postGroup } from "../../pages/group/load.ts";
import { siteFor } from "../../edge/site.ts";
import { handler, page } from "./$group.ts";

export const handlers = handler({
  GET: ({ req, url }) => getGroup(siteFor(req), url, "en"),
  POST: ({ req }) => postGroup(siteFor(req), req, "en"),
});

export default page(({ data }) => <GroupPage {...data} />);
