/**
 * The script that applies the theme somebody chose, and changes it at a press of the switch
 * ({@link ThemeSwitch}): in the head of every page and before the first paint, so that no page
 * flashes in the other theme. Without scripts, the page has the system's.
 *
 * Contains no `<`. A press goes no further: the boot script would repeat it.
 */
export const THEME_SCRIPT = `{const root=document.documentElement,\
show=theme=>{if(theme==="light"||theme==="dark")root.dataset.theme=theme;else delete root.dataset.theme};\
root.dataset.scripts="";\
try{show(localStorage.getItem("theme"))}catch{}\
addEventListener("click",event=>{if(!event.target.closest?.(".theme"))return;\
event.stopPropagation();\
const next={light:"dark",dark:"system"}[root.dataset.theme]??"light";\
show(next);\
try{if(next==="system")localStorage.removeItem("theme");else localStorage.setItem("theme",next)}catch{}\
},true)}`;
