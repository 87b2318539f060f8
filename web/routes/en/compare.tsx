import { ComparisonPage } from "../../components/athletes/ComparisonPage.tsx";
import { getComparison } from "../../server/comparison.ts";
import { currentSite } from "../../server/site.ts";
import { handler, page } from "./$compare.ts";

export const handlers = handler({ GET: ({ url }) => getComparison(currentSite(), url, "en") });

export default page(({ data }) => <ComparisonPage {...data} />);
