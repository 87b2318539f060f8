import { ComparisonPage } from "../components/athletes/ComparisonPage.tsx";
import { getComparison } from "../server/comparison.ts";
import { currentSite } from "../server/site.ts";
import { handler, page } from "./$comparer.ts";

export const handlers = handler({ GET: ({ url }) => getComparison(currentSite(), url, "fr") });

export default page(({ data }) => <ComparisonPage {...data} />);
