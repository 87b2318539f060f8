import fontUrl from "../kit/styles/archivo/archivo.woff2?url";
import { MANIFESTS } from "../kit/addresses/paths.ts";
import { documentLanguage } from "../kit/frame/document_language.ts";
import { HEAD_SCRIPT } from "../kit/frame/head_script.ts";
import "../kit/styles/site.css";
import { app } from "./$_app.ts";

/** The document around every page. */
export default app(({ children }) => (
  <html lang={documentLanguage()}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <script dangerouslySetInnerHTML={{ __html: HEAD_SCRIPT }} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#21165a" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="manifest" href={MANIFESTS[documentLanguage()]} />
      <link rel="apple-touch-icon" href="/icon-180.png" />
      <link rel="preload" href={fontUrl} as="font" type="font/woff2" crossorigin="anonymous" />
    </head>
    <body>{children}</body>
  </html>
));
