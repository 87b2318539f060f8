import { PlannerPage } from "../components/tools/PlannerPage.tsx";
import { currentSite } from "../server/site.ts";
import { getPlanner } from "../server/tools.ts";
import { handler, page } from "./$planificateur.ts";

export const handlers = handler({ GET: ({ url }) => getPlanner(currentSite(), url, "fr") });

export default page(({ data }) => <PlannerPage {...data} />);
