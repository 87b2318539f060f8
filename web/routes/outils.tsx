import { ToolsPage } from "../components/tools/ToolsPage.tsx";
import { currentSite } from "../server/site.ts";
import { getTools } from "../server/tools.ts";
import { handler, page } from "./$outils.ts";

export const handlers = handler({ GET: ({ url }) => getTools(currentSite(), url, "fr") });

export default page(({ data }) => <ToolsPage {...data} />);
