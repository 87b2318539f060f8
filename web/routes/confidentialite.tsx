import { PrivacyPage } from "../components/legal/PrivacyPage.tsx";
import { pageHeaders } from "../server/home.ts";
import { currentSite } from "../server/site.ts";
import { handler, page } from "./$confidentialite.ts";

export const handlers = handler({
  GET: async () => ({
    data: await currentSite().facts(),
    headers: pageHeaders({ named: false }),
  }),
});

export default page(({ data }) => <PrivacyPage language="fr" facts={data} />);
