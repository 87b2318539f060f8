/** The state of a stored page: all but its content. */
export interface PageState {
  fetchedAt: Date;
  expiresAt: Date;
  /**
   * 200; 404 when the federation knew no such athlete; 410 when it had the page once and has it no
   * more.
   */
  status: number;
}
