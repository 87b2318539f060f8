/** Facts about the site that every page needs. */
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
  /** The operator of this site, as declared in the configuration. */
  operator: Operator;
}

/** The operator of the site; texts are empty where nothing is declared. */
export interface Operator {
  publisher: string | null;
  contact: string | null;
  host: string | null;
}
