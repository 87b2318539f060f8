import { AthletePage } from "../../pages/athlete/page.tsx";
import { getAthletePage } from "../../pages/athlete/load.ts";
import { siteFor } from "../../edge/site.ts";
import { handler, page } from "./$[id].ts";

export const handlers = handler({
  GET: ({ req, url, params }) =>
    getAthletePage(siteFor(req), { ffaId: params.id, url, language: "fr" }),
});

export default page(({ data }) => <AthletePage {...data} />);
