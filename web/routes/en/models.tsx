import { ModelsPage } from "../../components/tools/ModelsPage.tsx";
import { currentSite } from "../../server/site.ts";
import { getModels } from "../../server/tools.ts";
import { handler, page } from "./$models.ts";

export const handlers = handler({ GET: ({ url }) => getModels(currentSite(), url, "en") });

export default page(({ data }) => <ModelsPage {...data} />);
