/**
 * Whole pages that come in place of the one asked for. None has a label, a table or the name of an
 * athlete, so only the site's own frame around a page tells them from one about nobody.
 */
import { page } from "./markup.ts";

/** Some sentences, so that the page is as long as real ones of its kind: over 2,000 characters. */
const APOLOGIES = [
  "Le site de la fédération simulée est momentanément indisponible en raison d'une opération de maintenance.",
  "Nos équipes mettent tout en œuvre pour rétablir le service dans les meilleurs délais.",
  "Les résultats, les records et les listes de clubs seront de nouveau consultables à l'issue de l'opération.",
  "Nous vous remercions de votre patience et vous prions de nous excuser pour la gêne occasionnée.",
].map((sentence) => `<p class="message">${sentence}</p>`).join("\n");

/** The host's maintenance page: nothing of the site's frame, links or classes. */
export const MAINTENANCE_PAGE = `<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><title>Site en maintenance</title>
<style>body{margin:0;font-family:Arial,sans-serif;background:#f4f4f4;color:#333}.box{max-width:40em;margin:10vh auto;padding:2em;background:#fff;border-radius:8px}h1{font-size:2em}.message{line-height:1.5}</style></head>
<body><div class="box"><h1>Site en maintenance</h1>
${APOLOGIES}
<h2>Que puis-je faire en attendant ?</h2>
${APOLOGIES}
<h2>Et mes résultats ?</h2>
${APOLOGIES}
<p>Contact : <a href="mailto:contact@federation.example">contact@federation.example</a></p></div></body>
</html>
`;

/** What a firewall shows while it looks whether a browser asks. */
export const CHALLENGE_PAGE = `<!DOCTYPE html>
<html lang="en-US"><head><title>Just a moment...</title><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><meta name="robots" content="noindex,nofollow"><meta name="viewport" content="width=device-width,initial-scale=1">
<style>*{box-sizing:border-box;margin:0;padding:0}html{line-height:1.15;color:#313131;font-family:system-ui,-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}body{display:flex;flex-direction:column;height:100vh;min-height:100vh}.main-content{margin:8rem auto;max-width:60rem;padding-left:1.5rem}.h2{font-size:1.5rem;font-weight:500;line-height:2.25rem}#challenge-error-text{background-repeat:no-repeat;padding-left:34px}</style>
<meta http-equiv="refresh" content="360"></head>
<body><div class="main-wrapper" role="main"><div class="main-content"><noscript><div class="h2"><span id="challenge-error-text">Enable JavaScript and cookies to continue</span></div></noscript></div></div>
<script>(function(){window._cf_chl_opt={cvId:"3",cZone:"federation.example",cType:"managed",cRay:"0000000000000000",cH:"simulated",cUPMDTk:"/athletes/?__cf_chl_tk=simulated",cFPWv:"b",cITimeS:"0",cTTimeMs:"1000",md:"simulated"};var a=document.createElement("script");a.src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=0000000000000000";window._cf_chl_opt.cOgUHash=location.hash;document.getElementsByTagName("head")[0].appendChild(a);}());</script>
<div class="footer" role="contentinfo"><div class="footer-inner"><div class="clearfix diagnostic-wrapper"><div class="ray-id">Ray ID: <code>0000000000000000</code></div></div><div class="text-center" id="footer-text">Performance and security by a firewall</div></div></div></body></html>
`;

/** ASP.NET's own page of an unhandled error, with the comment that it adds behind the page. */
export const ASP_NET_ERROR_PAGE = `<!DOCTYPE html>
<html>
    <head>
        <title>La référence d'objet n'est pas définie à une instance d'un objet.</title>
        <meta name="viewport" content="width=device-width" />
        <style>
         body {font-family:"Verdana";font-weight:normal;font-size: .7em;color:black;}
         p {font-family:"Verdana";font-weight:normal;color:black;margin-top: -5px}
         b {font-family:"Verdana";font-weight:bold;color:black;margin-top: -5px}
         H1 { font-family:"Verdana";font-weight:normal;font-size:18pt;color:red }
         H2 { font-family:"Verdana";font-weight:normal;font-size:14pt;color:maroon }
         pre {font-family:"Consolas","Lucida Console",Monospace;font-size:11pt;margin:0;padding:0.5em;line-height:14pt}
        </style>
    </head>
    <body bgcolor="white">
            <span><H1>Erreur du serveur dans l'application '/'.<hr width=100% size=1 color=silver></H1>
            <h2> <i>La référence d'objet n'est pas définie à une instance d'un objet.</i> </h2></span>
            <font face="Arial, Helvetica, Geneva, SunSans-Regular, sans-serif ">
            <b> Description : </b>Une exception non gérée s'est produite au moment de l'exécution de la requête Web actuelle. Contrôlez la trace de la pile pour plus d'informations sur l'erreur et son origine dans le code.
            <br><br>
            <b> Détails de l'exception : </b>System.NullReferenceException: La référence d'objet n'est pas définie à une instance d'un objet.<br><br>
            <b>Erreur source :</b> <br><br>
            <table width=100% bgcolor="#ffffcc"><tr><td><code>Une exception non gérée s'est produite lors de l'exécution de la demande Web actuelle.</code></td></tr></table>
            <br>
            <b>Trace de la pile :</b> <br><br>
            <table width=100% bgcolor="#ffffcc"><tr><td><code><pre>
[NullReferenceException: La référence d'objet n'est pas définie à une instance d'un objet.]
   Site.Page_Load(Object sender, EventArgs e) +96
   System.Web.UI.Control.OnLoad(EventArgs e) +106
</pre></code></td></tr></table>
            <br><hr width=100% size=1 color=silver>
            <b>Informations sur la version :</b>&nbsp;Microsoft .NET Framework Version :4.0; Version ASP.NET :4.8
            </font>
    </body>
</html>
<!--
[NullReferenceException]: La référence d'objet n'est pas définie à une instance d'un objet.
   at Site.Page_Load(Object sender, EventArgs e)
-->`;

/** The site's own error page: its frame, and in it no more than that something failed. */
export const ERROR_PAGE = page(
  "Erreur | Fédération simulée",
  '<h1 class="title-2">Une erreur est survenue</h1>\n<p class="text-normal">La page demandée ne peut pas être affichée pour le moment. Veuillez réessayer ultérieurement.</p>\n<a class="text-blue-button" href="/">Retour à l\'accueil</a>',
);
