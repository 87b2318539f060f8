/** What every page knows of the site it belongs to. */
export interface SiteFacts {
  /** Public address of the site, for canonical links. */
  siteUrl: string;
  /** The directory's size and freshness; null when the API does not answer. */
  index: {
    athletes: number;
    clubs: number;
    /** ISO. */
    updatedAt: string | null;
    /** The federation is the simulator of this project: its people are invented. */
    simulated: boolean;
    federationUrl: string;
  } | null;
  /** Who runs this site, as the operator declared it. */
  operator: Operator;
}

/** Who runs the site: empty where the operator has not said. */
export interface Operator {
  publisher: string | null;
  contact: string | null;
  host: string | null;
}
