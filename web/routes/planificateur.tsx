import { PlannerPage } from "../components/tools/PlannerPage.tsx";
import { siteFor } from "../server/site.ts";
import { getPlanner } from "../server/tools.ts";
import { handler, page } from "./$planificateur.ts";

export const handlers = handler({ GET: ({ req, url }) => getPlanner(siteFor(req), url, "fr") });

export default page(({ data }) => <PlannerPage {...data} />);
