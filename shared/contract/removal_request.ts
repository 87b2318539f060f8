import { z } from "zod";
import { FfaId } from "./athlete.ts";

/** Most characters of what is told beside who it is about. */
export const REMOVAL_LIMITS = { name: 80, club: 80, email: 120, message: 500 } as const;

/** What a person may ask for: to be left out, or to have a wrong entry looked at. */
export const REMOVAL_KINDS = ["removal", "correction"] as const;

const optionalText = (max: number) => z.string().trim().min(1).max(max).nullable().default(null);

/**
 * Body of `POST /removal-requests`: who is to be left out of the directory. As little as it takes
 * to find them; everything is deleted once it is handled.
 */
export const RemovalRequest = z.strictObject({
  kind: z.enum(REMOVAL_KINDS),
  /** Federation id, where it is known; else the name, with the club where there are homonyms. */
  ffa_id: FfaId.nullable().default(null),
  name: optionalText(REMOVAL_LIMITS.name),
  club: optionalText(REMOVAL_LIMITS.club),
  /** Where to say that it is done; nobody has to be told. */
  email: z.email("an e-mail address").max(REMOVAL_LIMITS.email).nullable().default(null),
  message: optionalText(REMOVAL_LIMITS.message),
}).refine(({ ffa_id: ffaId, name }) => ffaId !== null || name !== null, {
  path: ["name"],
  error: "a name, unless ffa_id is given",
});
export type RemovalRequest = z.output<typeof RemovalRequest>;

/** Signs of a reference: digits and letters that nobody takes for one another. */
export const REFERENCE_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What a request is called from then on: two groups of five signs. */
export const RemovalReference = z.string().regex(
  /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/,
  "a reference such as 7KQ2M-0X9TB",
);

/** `POST /removal-requests`: the request is kept, under this reference. */
export const RemovalReceipt = z.object({ reference: RemovalReference });
export type RemovalReceipt = z.output<typeof RemovalReceipt>;
