import { ToolsPage } from "../components/tools/ToolsPage.tsx";
import { siteFor } from "../server/site.ts";
import { getTools } from "../server/tools.ts";
import { handler, page } from "./$outils.ts";

export const handlers = handler({ GET: ({ req, url }) => getTools(siteFor(req), url, "fr") });

export default page(({ data }) => <ToolsPage {...data} />);
