import { OFFLINE_SCRIPT } from "./offline_script.ts";

/**
 * The script in the head of every page, which runs before the first paint, so that nothing flashes
 * or moves: it applies the theme somebody chose and changes it at a press of the switch
 * ({@link ThemeSwitch}), and shows the steps of a first visit ({@link FirstSteps}) once. Without
 * scripts, the page has the system's theme. Once the page is painted, it says so (`data-painted`),
 * which shows rows of the table that were left out until then, and loads what would have taken its
 * share of the line before that: the page's own script ({@link PageScript}), and what tells the
 * state of the connection ({@link OfflineState}). A tab that is not looked at paints nothing; there
 * they are loaded after a second. Once the page's own script runs, it says that as well
 * (`data-ready`).
 *
 * Contains no `<`. A press goes no further: the boot script would repeat it.
 */
export const HEAD_SCRIPT = `{const root=document.documentElement,\
read=key=>{try{return localStorage.getItem(key)}catch{return null}},\
keep=(key,text)=>{try{if(text)localStorage.setItem(key,text);else localStorage.removeItem(key)}catch{}},\
show=theme=>{if(theme==="light"||theme==="dark")root.dataset.theme=theme;else delete root.dataset.theme};\
root.dataset.scripts="";\
requestAnimationFrame(()=>setTimeout(()=>root.dataset.painted=""));\
show(read("theme"));\
if(read("steps"))root.dataset.steps="seen";\
addEventListener("pagehide",()=>{if(document.querySelector(".first-steps"))keep("steps","seen")});\
addEventListener("click",event=>{\
const pressed=event.target.closest?.(".theme,.first-steps-close");\
if(!pressed)return;\
event.stopPropagation();\
if(!pressed.matches(".theme")){keep("steps",root.dataset.steps="seen");return}\
const next={light:"dark",dark:null}[root.dataset.theme??""];\
show(next===undefined?"light":next);\
keep("theme",root.dataset.theme)\
},true);\
const painted=new Promise(tell=>{\
new PerformanceObserver(tell).observe({type:"paint",buffered:true});\
addEventListener("load",()=>setTimeout(tell,1000))\
});\
addEventListener("DOMContentLoaded",async()=>{\
await painted;\
await Promise.all([...document.querySelectorAll("[data-script]")].map(({dataset})=>import(dataset.script)));\
root.dataset.ready=""\
});\
addEventListener("load",async()=>{await painted;import("${OFFLINE_SCRIPT}")})}`;
