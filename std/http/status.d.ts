/** Signatures of `@std/http/status` 1; the package on npm is plain JavaScript. */

/** HTTP status codes in use here, by name. */
export const STATUS_CODE: Readonly<{
  OK: 200;
  NoContent: 204;
  NotModified: 304;
  BadRequest: 400;
  NotFound: 404;
  MethodNotAllowed: 405;
  NotAcceptable: 406;
  ContentTooLarge: 413;
  URITooLong: 414;
  UnsupportedMediaType: 415;
  UnprocessableEntity: 422;
  TooManyRequests: 429;
  InternalServerError: 500;
  BadGateway: 502;
  ServiceUnavailable: 503;
}>;
/** A status code named in {@linkcode STATUS_CODE}. */
export type StatusCode = typeof STATUS_CODE[keyof typeof STATUS_CODE];
/** Reason phrase of each status code. */
export const STATUS_TEXT: Readonly<Record<StatusCode, string>>;
