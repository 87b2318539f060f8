/** SQLSTATE of a statement that would write where nothing may be written: a standby. */
export const READ_ONLY = "25006";
/** SQLSTATE of a statement that took too long, or was canceled. */
export const QUERY_CANCELED = "57014";

/** The code of an error of the database, its client or the system; "" where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
