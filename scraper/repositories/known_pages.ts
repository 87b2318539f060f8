import type { Queryable } from "@mypacer/shared/database/connect.ts";
import type { Validators } from "@mypacer/shared/federation/client.ts";
import type { TaskPage } from "./task_page.ts";

/** What tells whether a page has changed, before it is parsed. */
export type PageSource = Validators & {
  /** Hash of its text; null = it is parsed each time. */
  bodyHash: string | null;
};

/** The source of a page that is asked for and parsed each time, changed or not. */
export const NO_SOURCE: PageSource = { etag: null, lastModified: null, bodyHash: null };

/** What a run remembers of a page. */
export type KnownPage = PageSource & {
  /** Hash of what is stored of it. */
  contentHash: string;
  /** Pages of its list. */
  pages: number;
  /** Entries of its whole list; null = the page does not say. */
  total: number | null;
  /** Entries of this page. */
  entries: number;
  /** Clubs of a page of the list of clubs; null for other pages. */
  clubNumbers: string[] | null;
};

/** Remembers pages for the next run. */
export async function saveKnownPages(
  sql: Queryable,
  pages: readonly { page: TaskPage; known: KnownPage }[],
): Promise<void> {
  if (pages.length === 0) return;
  const column = <T>(of: (page: { page: TaskPage; known: KnownPage }) => T) => pages.map(of);
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
    ) as read_page (
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

/** Forgets the pages of a list, so that the next run reads all of them. */
export async function forgetKnownList(
  sql: Queryable,
  { kind, season, key }: TaskPage,
): Promise<void> {
  await sql`
    delete from crawl_known_page where kind = ${kind} and season = ${season} and key = ${key}
  `;
}

/** Forgets all pages when the directory is empty: unchanged pages must fill it too. */
export async function forgetPagesOfEmptyDirectory(sql: Queryable): Promise<void> {
  await sql`delete from crawl_known_page where not exists (select from athlete)`;
}
