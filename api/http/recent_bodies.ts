import { LRUCache } from "lru-cache";
import { contentTag, PreparedBody } from "./prepared_body.ts";

/** What is kept of one athlete's answer. */
interface Recent {
  /** What the answer was made of: another text means another answer. */
  version: string;
  /** The content in JSON, and its entity tag. */
  content: string;
  etag: string;
  /** The whole answer as of one moment. */
  moment: string;
  body: PreparedBody;
}

/**
 * Answers of records sent lately: their content is made once, and once a second put together with
 * their age.
 */
export class RecentBodies {
  readonly #recent: LRUCache<string, Recent>;

  /** @param most Athletes whose answers are kept; an answer is some 10 kB. */
  constructor(most = 1000) {
    this.#recent = new LRUCache({ max: most });
  }

  /**
   * The body of an answer.
   *
   * @param key Whose answer it is.
   * @param version What it is made of.
   * @param moment The passing part: an object that is not empty.
   * @param make Makes the lasting part, an object that is not empty; null when there is nothing to
   * answer.
   */
  async get(
    key: string,
    { version, moment, make }: {
      version: string;
      moment: object;
      make: () => Promise<object | null>;
    },
  ): Promise<PreparedBody | null> {
    const now = JSON.stringify(moment);
    let recent = this.#recent.get(key);
    if (recent?.version !== version) {
      const made = await make();
      if (made === null) {
        this.#recent.delete(key);
        return null;
      }
      const content = JSON.stringify(made);
      const etag = await contentTag(content);
      recent = { version, content, etag, moment: now, body: await join(now, { content, etag }) };
    } else if (recent.moment !== now) {
      recent = { ...recent, moment: now, body: await join(now, recent) };
    }
    this.#recent.set(key, recent);
    return recent.body;
  }
}

/** One object of both parts. */
async function join(
  moment: string,
  { content, etag }: { content: string; etag: string },
): Promise<PreparedBody> {
  return await PreparedBody.of(`${moment.slice(0, -1)},${content.slice(1)}`, {
    etag,
    often: false,
  });
}
