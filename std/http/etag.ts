// @ts-types="./etag.d.ts"
export { eTag, ifMatch, ifNoneMatch } from "deno-std/http/etag.js";
