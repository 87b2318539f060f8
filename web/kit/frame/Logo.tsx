/** The mark of the site: three lanes of a track, in the shape of an M. */
export function Logo() {
  return (
    <svg class="logo" fill="none" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path class="logo-lane" d="M4 28V13a6 6 0 0 1 12 0v15" />
      <path class="logo-lane" d="M16 28V13a6 6 0 0 1 12 0v15" />
      <path class="logo-pace" d="M10 28V13" />
      <path class="logo-pace" d="M22 28v-9" />
    </svg>
  );
}
