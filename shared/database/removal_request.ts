import { REFERENCE_SIGNS, type RemovalRequest } from "../contract/removal_request.ts";
import type { Queryable } from "./connect.ts";

/** A request that waits to be handled. */
export interface OpenRequest {
  reference: string;
  kind: RemovalRequest["kind"];
  ffaId: string | null;
  name: string | null;
  club: string | null;
  email: string | null;
  message: string | null;
  createdAt: Date;
}

/** A reference that cannot be guessed: 50 random bits. */
function newReference(): string {
  const signs = Array.from(
    crypto.getRandomValues(new Uint8Array(10)),
    (byte) => REFERENCE_SIGNS.charAt(byte % REFERENCE_SIGNS.length),
  ).join("");
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}

/** Keeps a request until it is handled; returns its reference. */
export async function saveRemovalRequest(
  sql: Queryable,
  { kind, ffa_id, name, club, email, message }: RemovalRequest,
): Promise<string> {
  const reference = newReference();
  await sql`
    insert into removal_request (reference, kind, ffa_id, name, club, email, message)
    values (${reference}, ${kind}, ${ffa_id}, ${name}, ${club}, ${email}, ${message})
  `;
  return reference;
}

/** The requests that wait, oldest first. */
export async function findOpenRequests(sql: Queryable): Promise<OpenRequest[]> {
  return await sql<OpenRequest[]>`
    select reference, kind, ffa_id, name, club, email, message, created_at
    from removal_request
    order by created_at, reference
  `;
}

/** How many requests wait, and for how long the oldest has, s; 0 when none waits. */
export interface WaitingRequests {
  open: number;
  oldestAge: number;
}

/** Counts the requests that wait, without reading what they say. */
export async function countOpenRequests(sql: Queryable): Promise<WaitingRequests> {
  const [waiting] = await sql<[WaitingRequests]>`
    select count(*)::int as open,
      coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as oldest_age
    from removal_request
  `;
  return waiting;
}

/**
 * Deletes a handled request, with everything it says.
 *
 * @returns Whether there was one of this reference.
 */
export async function closeRequest(sql: Queryable, reference: string): Promise<boolean> {
  const { count } = await sql`delete from removal_request where reference = ${reference}`;
  return count > 0;
}
