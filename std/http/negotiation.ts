// @ts-types="./negotiation.d.ts"
export { accepts, acceptsEncodings, acceptsLanguages } from "deno-std/http/negotiation.js";
