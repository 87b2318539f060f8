import { PlannerPage } from "../../pages/planner/page.tsx";
import { siteFor } from "../../edge/site.ts";
import { getPlanner } from "../../pages/planner/load.ts";
import { handler, page } from "./$planner.ts";

export const handlers = handler({ GET: ({ req, url }) => getPlanner(siteFor(req), url, "en") });

export default page(({ data }) => <PlannerPage {...data} />);
