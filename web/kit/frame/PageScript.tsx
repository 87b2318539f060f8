/**
 * A script that a page loads once it is painted ({@link HEAD_SCRIPT}), so that it takes neither the
 * line nor the processor from what is seen first. A field that was changed before it came is for
 * the script to find when it starts (`changed_field.ts`).
 */
export function PageScript({ path }: { path: string }) {
  return <template data-script={path} />;
}
