import { siteFor } from "../../../edge/site.ts";
import { getAthletePicture } from "../../../pages/athlete/athlete_picture.ts";
import { handler } from "./$apercu.ts";

export const handlers = handler({
  GET: ({ req, params }) => getAthletePicture(siteFor(req), { ffaId: params.id, language: "fr" }),
});
