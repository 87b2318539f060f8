import { ApiError } from "../../kit/load/api_client.ts";
import { ADD } from "./FederationSearch.tsx";
import { targetAddress } from "../../kit/addresses/search_address.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import { withAthlete } from "../../kit/table_state/table_state.ts";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import { readSearchTarget } from "../../kit/addresses/search_target.ts";
import { refusalOf } from "./federation_search.ts";
import { readForm, refuseForm } from "../../kit/load/form_body.ts";
import { isFromThisSite } from "../../kit/load/same_origin.ts";
import { getSearch, type SearchAnswer } from "./load.ts";
import type { Site } from "../../kit/load/site.ts";

/**
 * `POST /recherche` and `POST /en/search`: adds an athlete found at the federation to the
 * directory, then redirects to the table or the comparison with them. A link must not do this:
 * opening one changes nothing.
 */
export async function postSearch(
  site: Site,
  request: Request,
  language: Language,
): Promise<SearchAnswer | Response> {
  const { siteUrl } = await site.facts();
  if (!isFromThisSite(request, siteUrl)) return refuseForm(403, "This form is not of this site");
  const form = await readForm(request);
  const ffaId = form?.get(ADD) ?? "";
  if (form === null || !/^\d{1,12}$/.test(ffaId)) return refuseForm(400, "Not a form of this site");
  const { state } = readParameters(form);
  const target = readSearchTarget(form);
  const again = new URL(`${PATHS[language].search}?${form}`, siteUrl);
  if (state.athletes.length >= MAX_ATHLETES) return await getSearch(site, again, language);
  try {
    const { ffa_id: added } = await site.api.addAthlete(ffaId);
    return new Response(null, {
      status: 303,
      headers: {
        location: targetAddress(language, { state: withAthlete(state, added), target }),
      },
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const refusal = refusalOf(error, site.log);
    const page = await getSearch(site, again, language);
    const { federation } = page.data;
    if (federation.kind === "none") return page;
    if (refusal.retryAfter !== null) page.headers.set("retry-after", String(refusal.retryAfter));
    return {
      ...page,
      status: refusal.status,
      data: {
        ...page.data,
        federation: { kind: "refused", ownSearch: federation.ownSearch, why: refusal.why },
      },
    };
  }
}
