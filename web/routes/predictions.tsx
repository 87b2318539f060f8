import { PredictorPage } from "../components/tools/PredictorPage.tsx";
import { siteFor } from "../server/site.ts";
import { getPredictor } from "../server/tools.ts";
import { handler, page } from "./$predictions.ts";

export const handlers = handler({ GET: ({ req, url }) => getPredictor(siteFor(req), url, "fr") });

export default page(({ data }) => <PredictorPage {...data} />);
