import { ToolsPage } from "../pages/tools/page.tsx";
import { siteFor } from "../edge/site.ts";
import { getTools } from "../pages/tools/load.ts";
import { handler, page } from "./$outils.ts";

export const handlers = handler({ GET: ({ req, url }) => getTools(siteFor(req), url, "fr") });

export default page(({ data }) => <ToolsPage {...data} />);
