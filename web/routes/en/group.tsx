import { GroupPage } from "../../components/tools/GroupPage.tsx";
import { getGroup, postGroup } from "../../server/group.ts";
import { currentSite } from "../../server/site.ts";
import { handler, page } from "./$group.ts";

export const handlers = handler({
  GET: ({ url }) => getGroup(currentSite(), url, "en"),
  POST: ({ req }) => postGroup(currentSite(), req, "en"),
});

export default page(({ data }) => <GroupPage {...data} />);
