/**
 * Words that may leave this installation with an error: those of JavaScript engines, of PostgreSQL
 * and of our own messages. Forbidden texts (a name, a street, a typed text) cannot be listed, so
 * the allowed words are.
 */
const WORDS = new Set(
  `a about above abort aborted accept accepted access account accounts active add added address after again all
  allow allowed already always an and another answer answered answers any apply are argument arguments array as aside
  ask asked at athlete athletes attempt available back bad be because been before began begin begins being below between body
  boolean both broken buffer busy but by byte bytes cache call callback called can canceled cannot catching cause
  certificate change changed characters check class client close closed code column columns command
  comment commit compile compression compute conflict connect connection connections constraint constructor content
  context convert could crawl create created current cut data database date deadlock decode default defined
  delete denied detail detected different directory disk division does domain done down dropped due
  duplicate duration during each early element elements else empty encode encoding end ended ends error errors
  exceeded exceeds exist existing exists exit expected expired extension fail failed fails false
  fault federation fetch field fields file files filter finished fit float for foreign format found free from full
  function get gives go group handle handled handshake has have header headers heap host host's id
  identifier if ignored import in incomplete incorrect index infinity inner input insert inside instance integer
  interrupted into invalid is iterable it item items its join just kept key keys large last late later
  least leave left length less level limit line list listed listen loaded local lock locked lookup lost made
  make many match max maximum may memory message method migration minimum missing module
  more most must name named names near needed negative network new next no nobody none not nothing null number
  object occurred of off offset old on once one only open opened operation operator opposed option options or order
  other out over overflow owner page pages parameter parse parser part people permission person pool port position
  prepared present process program promise properties property protocol put query queue range reach reached read
  reading ready reason received record recovery recursion redirect refused reject rejected relation
  remaining removed repeated replace report request requests required reset resolve resource response restart result
  results retry return returned role row rows rule run running schema scraper search searches send sent
  serialize server serving set setting several shut shutdown signal size so socket something space stack started state
  statement status still stopped storage stream string such syntax system table take taken target task terminated
  terminating than that the them then there these they thing this thread time timeout timestamp to token too
  transaction transfer tries tuple twice two type unable unavailable understood undefined under unexpected
  unhandled unique unit unknown unsupported until unterminated up update url use used user using valid
  value values variable version violates wait waited waiting was were what when where which while who whole will
  with within without work worker would write wrong year zero zone`.split(/\s+/),
);
/** Beginnings and names that are written in capitals. */
const CAPITALS = new Set(["API", "HTTP", "JSON", "SQL", "TCP", "TLS", "URL", "UTF8", "SSL"]);
/** Longest text that is kept, characters. */
const LONGEST = 1000;
const LEFT_OUT = "…";

/**
 * A text without anything that could be personal: words outside {@linkcode WORDS}, numbers and
 * quoted texts become `…`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(replaceUnknownWords('invalid input syntax for type date: "1990-02-30"'), "invalid input syntax for type date: …");
 * ```
 */
export function replaceUnknownWords(text: string): string {
  const words = text.slice(0, LONGEST).trim().split(/\s+/);
  const known = words.map((word, index) => {
    const [, bare = "", sign = ""] = /^\(?([A-Za-z0-9']+)\)?([,;:.]?)$/.exec(word) ?? [];
    const plain = index === 0 ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
    return WORDS.has(plain) || CAPITALS.has(bare) || WORDS.has(plain.replace(/'s$/, ""))
      ? bare + sign
      : LEFT_OUT + (sign === "," ? sign : "");
  });
  // Several omitted words in a row become one sign.
  return known.filter((word, index) => word !== LEFT_OUT || !known[index + 1]?.startsWith(LEFT_OUT))
    .join(" ");
}
