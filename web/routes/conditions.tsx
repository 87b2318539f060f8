import { TermsPage } from "../components/legal/TermsPage.tsx";
import { pageHeaders } from "../server/home.ts";
import { currentSite } from "../server/site.ts";
import { handler, page } from "./$conditions.ts";

export const handlers = handler({
  GET: async () => ({
    data: await currentSite().facts(),
    headers: pageHeaders({ named: false }),
  }),
});

export default page(({ data }) => <TermsPage language="fr" facts={data} />);
