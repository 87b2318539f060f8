import { PlannerPage } from "../../components/tools/PlannerPage.tsx";
import { siteFor } from "../../server/site.ts";
import { getPlanner } from "../../server/tools.ts";
import { handler, page } from "./$planner.ts";

export const handlers = handler({ GET: ({ req, url }) => getPlanner(siteFor(req), url, "en") });

export default page(({ data }) => <PlannerPage {...data} />);
