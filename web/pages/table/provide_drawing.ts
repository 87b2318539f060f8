/** Imported where whole pages are drawn at once: on the server and in the worker. */
import * as module from "./drawing.tsx";
import { drawing } from "./later_scripts.ts";

drawing.provide(module);
