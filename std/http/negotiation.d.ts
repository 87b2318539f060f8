/** Signatures of `@std/http/negotiation` 1; the package on npm is plain JavaScript. */

type WithHeaders = Pick<Request, "headers">;

/** Media types the client accepts, best first; or the best of those offered. */
export function accepts(request: WithHeaders): string[];
export function accepts(request: WithHeaders, ...types: string[]): string | undefined;
/** Content codings the client accepts, best first; or the best of those offered. */
export function acceptsEncodings(request: WithHeaders): string[];
export function acceptsEncodings(request: WithHeaders, ...encodings: string[]): string | undefined;
/** Languages the client accepts, best first; or the best of those offered. */
export function acceptsLanguages(request: WithHeaders): string[];
export function acceptsLanguages(request: WithHeaders, ...langs: string[]): string | undefined;
