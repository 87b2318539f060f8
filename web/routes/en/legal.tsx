import { LegalPage } from "../../components/legal/LegalPage.tsx";
import { pageHeaders } from "../../server/home.ts";
import { currentSite } from "../../server/site.ts";
import { handler, page } from "./$legal.ts";

export const handlers = handler({
  GET: async () => ({
    data: await currentSite().facts(),
    headers: pageHeaders({ named: false }),
  }),
});

export default page(({ data }) => <LegalPage language="en" facts={data} />);
