import { ComparisonPage } from "../../components/athletes/ComparisonPage.tsx";
import { getComparison } from "../../server/comparison.ts";
import { siteFor } from "../../server/site.ts";
import { handler, page } from "./$compare.ts";

export const handlers = handler({ GET: ({ req, url }) => getComparison(siteFor(req), url, "en") });

export default page(({ data }) => <ComparisonPage {...data} />);
