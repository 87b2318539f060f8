import type { Language } from "../../kit/language/language.ts";
import { GROUP, type GroupInput, readGroup } from "./state.ts";
import { readForm, refuseForm } from "../../kit/load/form_body.ts";
import { type PageAnswer, pageHeaders } from "../../kit/load/page_answer.ts";
import { isFromThisSite } from "../../kit/load/same_origin.ts";
import type { Site } from "../../kit/load/site.ts";
import { getTool, type ToolData } from "../../kit/tools/load_tool.ts";

/** Largest form that is read, bytes: a club's whole list of runners with all its columns. */
const MAX_GROUP_FORM = 64 * 1024;

/** `GET /groupe` and `GET /en/group`: a session, with invented runners. */
export function getGroup(site: Site, url: URL, language: Language) {
  return getTool(site, url, { language, name: "group", states: GROUP });
}

/**
 * `POST /groupe` and `POST /en/group`: the sheet of a group.
 *
 * Not by GET: names in an address would be kept by the access logs of everything on the way and by
 * the browser's history, and be sent along with a shared link. Not in the fragment either: only
 * scripts can read it, and the history keeps it too. A posted form is answered and forgotten:
 * nothing is stored, logged or redirected.
 */
export async function postGroup(
  site: Site,
  request: Request,
  language: Language,
): Promise<PageAnswer<ToolData<GroupInput>>> {
  const facts = await site.facts();
  if (!isFromThisSite(request, facts.siteUrl)) {
    return refuseForm(403, "This form is not of this site");
  }
  const form = await readForm(request, MAX_GROUP_FORM);
  if (form === null) return refuseForm(400, "Not a form of this site");
  const input = readGroup(form, { posted: true });
  return {
    data: { language, facts, input, search: GROUP.search(input.state), example: false },
    status: Object.keys(input.problems).length > 0 ? 422 : 200,
    headers: pageHeaders({ named: true }),
  };
}
