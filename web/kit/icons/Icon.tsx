/** An icon beside a text that says the same: a drawing alone, which nobody reads aloud. */
export function Icon({ path }: {
  /** One of `icons.ts`. */
  path: string;
}) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
