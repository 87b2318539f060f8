/** The part of cli-progress that is used; the package carries no types. */
declare const cliProgress: {
  SingleBar: new (options: Record<string, unknown>, preset: unknown) => {
    start(total: number, value: number, payload: Record<string, unknown>): void;
    increment(by: number, payload: Record<string, unknown>): void;
    stop(): void;
  };
  Presets: { shades_classic: unknown };
};
export default cliProgress;
