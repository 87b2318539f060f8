import { LRUCache } from "lru-cache";
import { contentTag, joinObjects, PreparedBody } from "./prepared_body.ts";

/** One athlete's answer. */
interface AgedBody {
  /** What the answer was made of: another text means another answer. */
  version: string;
  /** The content in JSON, and its entity tag. */
  content: string;
  etag: string;
  /** How old the content was when the body was made, in JSON. */
  age: string;
  body: PreparedBody;
}

/**
 * Recently sent bodies that tell how old their content is: the content is made once, and once a
 * second put together with its age.
 */
export class AgedBodyCache {
  readonly #bodies: LRUCache<string, AgedBody>;

  /** @param max Most answers remembered; each is some 10 kB. */
  constructor(max = 1000) {
    this.#bodies = new LRUCache({ max });
  }

  /**
   * The body of an answer.
   *
   * @param key Names the answer.
   * @param version What the content is made of.
   * @param age How old the content is: an object that is not empty.
   * @param makeContent Makes an object that is not empty; null when there is nothing to answer.
   */
  async get(
    key: string,
    { version, age, makeContent }: {
      version: string;
      age: object;
      makeContent: () => Promise<object | null>;
    },
  ): Promise<PreparedBody | null> {
    const ageJson = JSON.stringify(age);
    let aged = this.#bodies.get(key);
    if (aged?.version !== version) {
      const value = await makeContent();
      if (value === null) {
        this.#bodies.delete(key);
        return null;
      }
      const content = JSON.stringify(value);
      const etag = contentTag(content);
      aged = { version, content, etag, age: ageJson, body: join(ageJson, { content, etag }) };
    } else if (aged.age !== ageJson) {
      aged = { ...aged, age: ageJson, body: join(ageJson, aged) };
    }
    this.#bodies.set(key, aged);
    return aged.body;
  }
}

/** One object of both parts. */
function join(
  age: string,
  { content, etag }: { content: string; etag: string },
): PreparedBody {
  return PreparedBody.of(joinObjects(age, content), { etag, often: false });
}
