import { en } from "./en.ts";
import { provideTexts } from "./texts.ts";

provideTexts("en", en);
