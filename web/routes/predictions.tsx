import { PredictorPage } from "../pages/predictor/page.tsx";
import { siteFor } from "../edge/site.ts";
import { getPredictor } from "../pages/predictor/load.ts";
import { handler, page } from "./$predictions.ts";

export const handlers = handler({ GET: ({ req, url }) => getPredictor(siteFor(req), url, "fr") });

export default page(({ data }) => <PredictorPage {...data} />);
