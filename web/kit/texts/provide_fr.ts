import { fr } from "./fr.ts";
import { provideTexts } from "./texts.ts";

provideTexts("fr", fr);
