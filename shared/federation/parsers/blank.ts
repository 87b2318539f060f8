/** How the site writes that it publishes nothing: an empty text, or a `-`. */
export function isBlankOrDash(value: string): boolean {
  return value === "" || value === "-";
}

/** A published text; null where the site publishes nothing. */
export function textOrNull(value: string | undefined): string | null {
  return value === undefined || isBlankOrDash(value) ? null : value;
}
