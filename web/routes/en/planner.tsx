import { PlannerPage } from "../../components/tools/PlannerPage.tsx";
import { currentSite } from "../../server/site.ts";
import { getPlanner } from "../../server/tools.ts";
import { handler, page } from "./$planner.ts";

export const handlers = handler({ GET: ({ url }) => getPlanner(currentSite(), url, "en") });

export default page(({ data }) => <PlannerPage {...data} />);
