import { readBytes } from "../http/body.ts";

/** A request as one thread passes it to another. */
export interface PassedRequest {
  method: string;
  url: string;
  headers: [string, string][];
  body: Uint8Array<ArrayBuffer> | null;
}

/** The answer to it. */
export interface PassedResponse {
  status: number;
  headers: [string, string][];
  body: Uint8Array<ArrayBuffer> | null;
}

/**
 * Takes a request apart.
 *
 * @throws {ProblemError} 413 when its body is larger than any route reads, 408 when it does not
 *   arrive.
 */
export async function packRequest(request: Request): Promise<PassedRequest> {
  return {
    method: request.method,
    url: request.url,
    headers: [...request.headers],
    body: request.body === null ? null : new Uint8Array(await readBytes(request)),
  };
}

export function unpackRequest({ url, ...init }: PassedRequest): Request {
  return new Request(url, init);
}

/** Takes an answer apart. */
export async function packResponse(response: Response): Promise<PassedResponse> {
  const { status, headers, body } = response;
  return { status, headers: [...headers], body: body === null ? null : await response.bytes() };
}

export function unpackResponse({ body, ...init }: PassedResponse): Response {
  return new Response(body, init);
}
