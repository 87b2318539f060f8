import { ComparisonPage } from "../components/athletes/ComparisonPage.tsx";
import { getComparison } from "../server/comparison.ts";
import { siteFor } from "../server/site.ts";
import { handler, page } from "./$comparer.ts";

export const handlers = handler({ GET: ({ req, url }) => getComparison(siteFor(req), url, "fr") });

export default page(({ data }) => <ComparisonPage {...data} />);
