import { PredictorPage } from "../components/tools/PredictorPage.tsx";
import { currentSite } from "../server/site.ts";
import { getPredictor } from "../server/tools.ts";
import { handler, page } from "./$predictions.ts";

export const handlers = handler({ GET: ({ url }) => getPredictor(currentSite(), url, "fr") });

export default page(({ data }) => <PredictorPage {...data} />);
