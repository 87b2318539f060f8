import { PredictorPage } from "../../pages/predictor/page.tsx";
import { siteFor } from "../../edge/site.ts";
import { getPredictor } from "../../pages/predictor/load.ts";
import { handler, page } from "./$predictor.ts";

export const handlers = handler({ GET: ({ req, url }) => getPredictor(siteFor(req), url, "en") });

export default page(({ data }) => <PredictorPage {...data} />);
