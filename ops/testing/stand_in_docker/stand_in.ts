/** What the stand-in for docker needs to know. */

/** What an image of the stand-in does when it runs. */
export interface StandInImage {
  /** Folder whose migrations its `migrate` applies; the repository's by default. */
  root?: string;
  /** A site that is healthy, and answers pages with an error or has none of their files. */
  brokenSite?: "pages" | "without files";
  /** A scraper that never becomes healthy. */
  brokenScraper?: boolean;
}

/** The file that STAND_IN names. */
export interface StandIn {
  folder: string;
  databaseUrl: string;
  oppositionKey: string;
  /** Folder of pg_dump and its kin. */
  pgBin: string | null;
  /** The registry: digests by tag, and what each is. */
  tags: Record<string, string>;
  images: Record<string, StandInImage>;
  /** Whether a database cannot be renamed. */
  swapFails?: boolean;
  /** Whether the registry answers. */
  registryDown?: boolean;
  /** Ports by service. */
  ports: Record<string, number>;
  /** What runs pgBackRest, in the database's container and in the one beside. */
  archive?: {
    /** Words that run a command as PostgreSQL's account. */
    account: string[];
    environment: Record<string, string>;
  };
}

export const standIn: StandIn = JSON.parse(
  await Deno.readTextFile(Deno.env.get("STAND_IN") ?? ""),
);
