import { ModelsPage } from "../pages/models/page.tsx";
import { siteFor } from "../edge/site.ts";
import { getModels } from "../pages/models/load.ts";
import { handler, page } from "./$modeles.ts";

export const handlers = handler({ GET: ({ req, url }) => getModels(siteFor(req), url, "fr") });

export default page(({ data }) => <ModelsPage {...data} />);
