import type { Queryable } from "@mypacer/shared/database/connect.ts";
import type { Validators } from "@mypacer/shared/federation/client.ts";
import type { TaskPage } from "./task_page.ts";

/** By what a page is known again before it is understood. */
export type PageSource = Validators & {
  /** Of its text; null = it is to be understood each time. */
  bodyHash: string | null;
};

/** A page as it was read last. */
export type KnownPage = PageSource & {
  /** Of what is stored of it. */
  contentHash: string;
  /** Pages of its list. */
  pages: number;
  /** Entries of its whole list; null = not told. */
  total: number | null;
  /** Entries of this page. */
  entries: number;
  /** Clubs of a page of the list of clubs; null for other pages. */
  clubNumbers: string[] | null;
};

/** Keeps what was read of pages, for the next time. */
export async function saveKnownPages(
  sql: Queryable,
  read: readonly { page: TaskPage; known: KnownPage }[],
): Promise<void> {
  if (read.length === 0) return;
  const column = <T>(of: (read: { page: TaskPage; known: KnownPage }) => T) => read.map(of);
  await sql`
    insert into crawl_known_page (
      kind, season, key, page, etag, last_modified, body_hash, content_hash, pages, total, entries,
      club_numbers
    )
    select kind, season, key, page, etag, last_modified, body_hash, content_hash, pages, total, entries,
      string_to_array(club_numbers, ' ')
    from unnest(
      ${column(({ page }) => page.kind)}::text[], ${column(({ page }) => page.season)}::smallint[],
      ${column(({ page }) => page.key)}::text[], ${column(({ page }) => page.page)}::smallint[],
      ${column(({ known }) => known.etag)}::text[],
      ${column(({ known }) => known.lastModified)}::text[],
      ${column(({ known }) => known.bodyHash)}::text[],
      ${column(({ known }) => known.contentHash)}::text[],
      ${column(({ known }) => known.pages)}::smallint[],
      ${column(({ known }) => known.total)}::integer[],
      ${column(({ known }) => known.entries)}::integer[],
      ${column(({ known }) => known.clubNumbers?.join(" ") ?? null)}::text[]
    ) as given (
      kind, season, key, page, etag, last_modified, body_hash, content_hash, pages, total, entries,
      club_numbers
    )
    order by kind, season, key, page
    on conflict (kind, season, key, page) do update set
      etag = excluded.etag, last_modified = excluded.last_modified, body_hash = excluded.body_hash,
      content_hash = excluded.content_hash, pages = excluded.pages, total = excluded.total,
      entries = excluded.entries, club_numbers = excluded.club_numbers
  `;
}

/** Forgets the pages of a list, so that all of them are read. */
export async function forgetKnownList(
  sql: Queryable,
  { kind, season, key }: TaskPage,
): Promise<void> {
  await sql`
    delete from crawl_known_page where kind = ${kind} and season = ${season} and key = ${key}
  `;
}

/** Forgets all pages where the directory was emptied: it is filled again. */
export async function forgetKnownPagesOfNobody(sql: Queryable): Promise<void> {
  await sql`delete from crawl_known_page where not exists (select from athlete)`;
}
