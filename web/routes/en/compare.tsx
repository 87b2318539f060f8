import { ComparisonPage } from "../../pages/compare/page.tsx";
import { getComparison } from "../../pages/compare/load.ts";
import { siteFor } from "../../edge/site.ts";
import { handler, page } from "./$compare.ts";

export const handlers = handler({ GET: ({ req, url }) => getComparison(siteFor(req), url, "en") });

export default page(({ data }) => <ComparisonPage {...data} />);
