/**
 * The one function of morphdom, with the options used here: its own declarations take it for a
 * module of CommonJS, whose default export cannot be called.
 */
export default function morphdom(from: Node, to: Node, options: {
  /** Called before an element is changed; false leaves it as it is. */
  onBeforeElUpdated(from: HTMLElement, to: HTMLElement): boolean;
}): Node;
