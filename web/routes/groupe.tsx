import { GroupPage } from "../components/tools/GroupPage.tsx";
import { getGroup, postGroup } from "../server/group.ts";
import { currentSite } from "../server/site.ts";
import { handler, page } from "./$groupe.ts";

export const handlers = handler({
  GET: ({ url }) => getGroup(currentSite(), url, "fr"),
  POST: ({ req }) => postGroup(currentSite(), req, "fr"),
});

export default page(({ data }) => <GroupPage {...data} />);
