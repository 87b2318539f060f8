import { athleteIdInAddress } from "@mypacer/shared/domain/people/athlete_address.ts";
import { plainText, visibleText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { REMOVAL_KINDS, RemovalRequest } from "@mypacer/shared/contract/removal_request.ts";

/** The fields of the form, as they were filled in. */
export interface RemovalForm {
  kind: RemovalRequest["kind"];
  /** Number or address of the athlete's page. */
  athlete: string;
  name: string;
  club: string;
  email: string;
  message: string;
}

/** Fields of text. */
const REMOVAL_FIELDS = ["athlete", "name", "club", "email", "message"] as const;
export type RemovalField = typeof REMOVAL_FIELDS[number];

/** Problems of the form: of a field, or that it does not say whom it is about (`who`). */
export type RemovalProblems = Partial<Record<RemovalField | "who", true>>;

/** Reads the form from a posted body, or from a link that fills it in. */
export function readRemovalForm(parameters: URLSearchParams): RemovalForm {
  const text = (name: RemovalField) => visibleText(parameters.get(name) ?? "");
  const kind = parameters.get("kind");
  return {
    kind: REMOVAL_KINDS.find((known) => known === kind) ?? "removal",
    athlete: text("athlete"),
    name: text("name"),
    club: text("club"),
    email: text("email"),
    message: (parameters.get("message") ?? "").trim(),
  };
}

/**
 * Federation id in a typed text: the number, or the address of a page of the federation or of this
 * site.
 */
export function ffaIdIn(typed: string): string | null {
  const plain = plainText(typed);
  return /^\d{1,12}$/.test(plain) ? plain : athleteIdInAddress(plain);
}

/** The request of a form, or its problems. */
export function toRemovalRequest(
  form: RemovalForm,
): { request: RemovalRequest } | { problems: RemovalProblems } {
  const ffaId = ffaIdIn(form.athlete);
  if (form.athlete !== "" && ffaId === null) return { problems: { athlete: true } };
  if (form.athlete === "" && form.name === "") return { problems: { who: true } };
  const given = (text: string) => text === "" ? null : text;
  const parsed = RemovalRequest.safeParse({
    kind: form.kind,
    ffa_id: ffaId,
    name: given(form.name),
    club: given(form.club),
    email: given(form.email),
    message: given(form.message),
  });
  if (parsed.success) return { request: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return {
    problems: Object.fromEntries(
      REMOVAL_FIELDS.filter((name) => wrong.has(name)).map((name) => [name, true]),
    ),
  };
}
