import { z } from "zod";

/** One refused parameter: which, what was given (cut to 100 characters), what is accepted. */
export const InvalidParameter = z.object({
  parameter: z.string(),
  given: z.string().nullable(),
  accepted: z.string(),
});
export type InvalidParameter = z.output<typeof InvalidParameter>;

/** Problem details of RFC 9457: the body of every error (`application/problem+json`). */
export const Problem = z.object({
  /**
   * Stable name of the kind of problem, e.g. `/problems/invalid-parameter`; `about:blank` = its
   * status says all.
   */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  request_id: z.string().optional(),
  errors: z.array(InvalidParameter).optional(),
});
export type Problem = z.output<typeof Problem>;
