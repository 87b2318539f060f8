import { GroupPage } from "../components/tools/GroupPage.tsx";
import { getGroup, postGroup } from "../server/group.ts";
import { siteFor } from "../server/site.ts";
import { handler, page } from "./$groupe.ts";

export const handlers = handler({
  GET: ({ req, url }) => getGroup(siteFor(req), url, "fr"),
  POST: ({ req }) => postGroup(siteFor(req), req, "fr"),
});

export default page(({ data }) => <GroupPage {...data} />);
