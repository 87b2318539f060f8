import { PrivacyPage } from "../../pages/privacy/page.tsx";
import { pageHeaders } from "../../kit/load/page_answer.ts";
import { currentSite } from "../../edge/site.ts";
import { handler, page } from "./$privacy.ts";

export const handlers = handler({
  GET: async () => ({
    data: await currentSite().facts(),
    headers: pageHeaders({ named: false }),
  }),
});

export default page(({ data }) => <PrivacyPage language="en" facts={data} />);
