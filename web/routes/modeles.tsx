import { ModelsPage } from "../components/tools/ModelsPage.tsx";
import { siteFor } from "../server/site.ts";
import { getModels } from "../server/tools.ts";
import { handler, page } from "./$modeles.ts";

export const handlers = handler({ GET: ({ req, url }) => getModels(siteFor(req), url, "fr") });

export default page(({ data }) => <ModelsPage {...data} />);
