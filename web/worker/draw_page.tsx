import type { ComponentType, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { SiteFacts } from "../kit/frame/site_facts.ts";
import { AgePage } from "../pages/age/page.tsx";
import { AGE } from "../pages/age/state.ts";
import { GroupPage } from "../pages/group/page.tsx";
import { PlannerPage } from "../pages/planner/page.tsx";
import { PredictorPage } from "../pages/predictor/page.tsx";
import { ToolsPage } from "../pages/tools/page.tsx";
import { unnamedAthlete } from "../kit/athletes/shown_athlete.ts";
import { TrackPage } from "../pages/track/page.tsx";
import { readTrack } from "../pages/track/read_track.ts";
import { ZonesPage } from "../pages/zones/page.tsx";
import { type Language, LANGUAGES } from "../kit/language/language.ts";
import { PATHS, type ToolName } from "../kit/addresses/paths.ts";
import type { ToolData } from "../kit/tools/load_tool.ts";
import { GROUP, readGroup } from "../pages/group/state.ts";
import { PLANNER } from "../pages/planner/state.ts";
import { PREDICTOR } from "../pages/predictor/state.ts";
import type { ToolInput, ToolStates } from "../kit/tools/tool_states.ts";
import { ZONES } from "../pages/zones/state.ts";
import { drawnTitle } from "./head_title.ts";
import { OfflinePage } from "../pages/offline/page.tsx";

/** A request for a tool: its address, and its posted form. */
export interface ToolRequest {
  url: URL;
  posted?: URLSearchParams;
}

type Frame = Pick<ToolData<never>, "language" | "facts">;
type Draw = (request: ToolRequest, frame: Frame) => VNode;

function drawer<Input extends ToolInput>(
  { read, search }: ToolStates<Input>,
  Page: ComponentType<ToolData<Input>>,
): Draw {
  return ({ url }, frame) => {
    const input = read(url.searchParams);
    const example = url.search === "";
    const canonical = example ? "" : search(input.state);
    return <Page {...frame} input={input} search={canonical} example={example} />;
  };
}

/**
 * A tool that is drawn here. The page that explains the models is not: its tables are as large as
 * all the other tools.
 */
type DrawnTool = Exclude<ToolName, "models"> | "track";

const DRAWERS: Record<DrawnTool, Draw> = {
  tools: (_, frame) => <ToolsPage {...frame} />,
  planner: drawer(PLANNER, PlannerPage),
  predictor: drawer(PREDICTOR, PredictorPage),
  track: ({ url }, frame) => {
    const { state, columns } = readTrack(url);
    const athletes = state.athletes.map((id) => unnamedAthlete(id, "offline"));
    return <TrackPage {...frame} {...{ state, columns, athletes }} />;
  },
  zones: drawer(ZONES, ZonesPage),
  age: drawer(AGE, AgePage),
  group: (request, frame) => {
    if (request.posted === undefined) return drawer(GROUP, GroupPage)(request, frame);
    const input = readGroup(request.posted, { posted: true });
    return (
      <GroupPage
        {...frame}
        input={input}
        search={GROUP.search(input.state)}
        example={false}
      />
    );
  },
};

/** The tool of a path that is drawn here, and its language. */
export function toolAt(pathname: string): { language: Language; name: DrawnTool } | null {
  for (const language of LANGUAGES) {
    for (const name of Object.keys(DRAWERS) as DrawnTool[]) {
      if (PATHS[language][name] === pathname) return { language, name };
    }
  }
  return null;
}

/** Path of the stored page that a tool is drawn into. */
export function shellPath({ language, name }: { language: Language; name: DrawnTool }): string {
  return PATHS[language][name === "track" ? "track" : "planner"];
}

/** Facts about the site for a page drawn here. */
function factsOf({ origin }: URL): SiteFacts {
  return {
    siteUrl: origin,
    index: null,
    operator: { publisher: null, contact: null, host: null },
  };
}

/** Replaces the content of a stored page by another page. */
function drawInto(shell: string, page: VNode): string {
  const body = renderToString(page);
  return shell
    .replace(/<title>.*?<\/title>/, () => renderToString(<title>{drawnTitle()}</title>))
    .replace(/<body>[^]*<\/body>/, () => `<body>${body}</body>`);
}

/**
 * Draws the page of a tool as the server would, from the same components: its models need only the
 * typed values.
 *
 * @param shell A stored page of a tool in the same language, whose head has the same styles and
 *   scripts.
 */
export function drawTool(
  request: ToolRequest,
  { language, name }: { language: Language; name: DrawnTool },
  shell: string,
): string {
  return drawInto(shell, DRAWERS[name](request, { language, facts: factsOf(request.url) }));
}

/** Draws the substitute for a page that needs a connection. @param shell As of {@link drawTool}. */
export function drawOffline(
  url: URL,
  { language, sent }: { language: Language; sent: boolean },
  shell: string,
): string {
  const address = url.pathname + url.search;
  return drawInto(shell, <OfflinePage {...{ language, address, sent }} facts={factsOf(url)} />);
}
