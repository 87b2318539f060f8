import { PredictorPage } from "../../components/tools/PredictorPage.tsx";
import { currentSite } from "../../server/site.ts";
import { getPredictor } from "../../server/tools.ts";
import { handler, page } from "./$predictor.ts";

export const handlers = handler({ GET: ({ url }) => getPredictor(currentSite(), url, "en") });

export default page(({ data }) => <PredictorPage {...data} />);
