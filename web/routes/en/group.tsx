import { GroupPage } from "../../components/tools/GroupPage.tsx";
import { getGroup, postGroup } from "../../server/group.ts";
import { siteFor } from "../../server/site.ts";
import { handler, page } from "./$group.ts";

export const handlers = handler({
  GET: ({ req, url }) => getGroup(siteFor(req), url, "en"),
  POST: ({ req }) => postGroup(siteFor(req), req, "en"),
});

export default page(({ data }) => <GroupPage {...data} />);
