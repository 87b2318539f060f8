/**
 * Writes the extension of the middleware that Fresh's generated types import: this alpha leaves it
 * out, which Deno refuses.
 */
export function nameExtensions(types: string): string {
  return types.replaceAll(/(from "\.[^"]*\/\$_middleware)"/g, '$1.ts"');
}
