import { PlannerPage } from "../pages/planner/page.tsx";
import { siteFor } from "../edge/site.ts";
import { getPlanner } from "../pages/planner/load.ts";
import { handler, page } from "./$planificateur.ts";

export const handlers = handler({ GET: ({ req, url }) => getPlanner(siteFor(req), url, "fr") });

export default page(({ data }) => <PlannerPage {...data} />);
