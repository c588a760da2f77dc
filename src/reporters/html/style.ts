// The style sheet: light and dark, page and phone, screen and print. No backslashes, nothing put in but widths: its hash is in the policy.
import { markup, type Markup } from './markup.ts'

/** The longest bar in a cell of a table, in pixels: a class for every width, since the policy keeps `style` attributes out. */
export const longestBar = 60

const barWidths: Markup[] = Array.from(
  { length: longestBar },
  (_none, index) => markup`.w${index + 1}{--w:${index + 1}px}`,
)

export const stylesheet: Markup = markup`
:root{--ground:#fff;--panel:#f5f7fa;--ink:#1b2230;--soft:#525e70;--edge:#d8dee7;--grid:#e6eaf0;--axis:#8a95a5;--mark:#33669b;--bar:#5f8dbd;--link:#1d5aa0;--problem:#b3261e;--problem-ground:#fdeeec;--watch:#8a5a00;--watch-ground:#fdf5e2;--ok:#1c7242;--ok-ground:#eaf6ef;--plain:#525e70;--plain-ground:#f1f3f6;--failed:#7b2d9b;--failed-ground:#f8eefb}
@media screen and (prefers-color-scheme:dark){:root{--ground:#12171e;--panel:#1a212b;--ink:#e7ebf1;--soft:#a9b4c3;--edge:#364252;--grid:#28323f;--axis:#7d8a9b;--mark:#8cb8ea;--bar:#5283b8;--link:#8cb8ea;--problem:#ff9184;--problem-ground:#3a1d1c;--watch:#f0bd5b;--watch-ground:#352a13;--ok:#77d39a;--ok-ground:#16301f;--plain:#a9b4c3;--plain-ground:#232c38;--failed:#dba6f2;--failed-ground:#2f1f38}}
@media (forced-colors:active){:root{--ground:Canvas;--panel:Canvas;--ink:CanvasText;--soft:CanvasText;--edge:CanvasText;--grid:GrayText;--axis:CanvasText;--mark:CanvasText;--bar:GrayText;--link:LinkText;--problem:CanvasText;--watch:CanvasText;--ok:CanvasText;--plain:CanvasText;--failed:CanvasText}}
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0}
main{max-width:70rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.35rem;line-height:1.25;margin:0 0 .75rem}
h3{font-size:1.05rem;line-height:1.35;margin:1.5rem 0 .5rem}
h4{font-size:.95rem;margin:1rem 0 .35rem}
p{margin:.4rem 0;max-width:46rem}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
section{margin-top:2.5rem;padding-top:1.75rem;border-top:1px solid var(--edge)}
#answers{margin-top:1rem;padding-top:0;border:0}
.away,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.sprite{position:absolute;width:0;height:0}
.about,.note,.count,.key,.see{color:var(--soft);font-size:.875rem}
.count{font-weight:400}
.icon{width:1em;height:1em;flex:none;fill:currentColor}
.i{fill:none;stroke:var(--ground);stroke-width:2.2;stroke-linecap:round}
.h{fill:none;stroke:currentColor;stroke-width:1.6;stroke-dasharray:3 2}
.o{fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round}
.badge{display:inline-flex;align-items:center;gap:.35em;padding:.1em .6em .1em .45em;border:1px solid currentColor;border-radius:1em;font-size:.8125rem;font-weight:650;line-height:1.5;white-space:nowrap;vertical-align:.08em;color:var(--plain);background:var(--plain-ground)}
.badge.problem{color:var(--problem);background:var(--problem-ground)}
.badge.watch{color:var(--watch);background:var(--watch-ground)}
.badge:is(.problem,.watch)::before{content:"";flex:none;width:1em;height:1em;background:currentColor;forced-color-adjust:none}
.badge.problem::before{clip-path:polygon(evenodd,50% 0,100% 50%,50% 100%,0 50%,50% 0,50% 16%,57% 16%,57% 60%,43% 60%,43% 16%,50% 16%,50% 67%,57% 67%,57% 81%,43% 81%,43% 67%,50% 67%)}
.badge.watch::before{clip-path:polygon(evenodd,50% 5%,100% 95%,0 95%,50% 5%,50% 29%,57% 29%,57% 68%,43% 68%,43% 29%,50% 29%,50% 74%,57% 74%,57% 88%,43% 88%,43% 74%,50% 74%)}
.badge.ok{color:var(--ok);background:var(--ok-ground)}
.badge.failed{color:var(--failed);background:var(--failed-ground)}
.tag{font-size:.75rem;font-weight:600;padding:.1em .5em;border:1px solid var(--edge);border-radius:.3em;color:var(--soft);white-space:nowrap}
.tag.new,.tag.worse{color:var(--problem);border-color:currentColor}
.tag.better{color:var(--ok);border-color:currentColor}
.cards{list-style:none;margin:1rem 0 0;padding:0;display:grid;gap:.75rem}
.card{padding:.85rem 1rem;background:var(--panel);border:1px solid var(--edge);border-left:5px solid var(--plain);border-radius:.4rem}
.card.problem{border-left-color:var(--problem)}.card.watch{border-left-color:var(--watch)}.card.ok{border-left-color:var(--ok)}.card.failed{border-left-color:var(--failed)}
.card h3{margin:.35rem 0 .1rem;font-size:1rem}
.card h3 a{color:inherit}
.card p{max-width:none;margin:0}
.many{gap:.35rem}.many .card{padding:.45rem .8rem}.many h3{margin:0}
@media (min-width:44.01rem),print{.many .card{display:grid;grid-template-columns:6.5rem 1fr;column-gap:.9rem}.many .badge{grid-row:span 2;align-self:start;justify-self:start;margin-top:.1rem}}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:1.25rem 0 0;padding:0;list-style:none;font-size:.875rem}
.answer{font-size:1.0625rem}
.answer .badge{margin-right:.25rem}
.finding{margin:1rem 0;padding:.9rem 1.1rem 1rem;border:1px solid var(--edge);border-left:5px solid var(--watch);border-radius:.4rem}
.finding.problem{border-left-color:var(--problem)}
.finding h3{margin:0 0 .35rem}
.facts{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;color:var(--soft);font-size:.9rem;font-variant-numeric:tabular-nums}
details{margin:.5rem 0}
summary{cursor:pointer;padding:.3rem 0;color:var(--link);font-size:.9rem}
.exhibit{margin:.4rem 0;border:1px solid var(--edge);border-radius:.4rem;padding:0 .9rem}
.exhibit>summary{padding:.55rem 0;font-weight:600;color:var(--ink);font-size:.95rem}
.exhibit[open]{padding-bottom:.75rem}
.lines{display:grid;grid-template-columns:minmax(9rem,15rem) 1fr;margin:.25rem 0;font-size:.875rem}
.lines dt{padding:.25rem 1rem .25rem 0;border-top:1px solid var(--grid);color:var(--soft)}.lines dd{margin:0;padding:.25rem 0;border-top:1px solid var(--grid)}
.ids{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.8125rem}
.note ul{margin:0;padding-left:1.1rem}.note li{max-width:46rem}.notes{padding-left:1.2rem;max-width:46rem;font-size:.9375rem}
figure{margin:1.25rem 0 .5rem}
figcaption{font-weight:650;margin-bottom:.5rem}
.pic{display:block;width:100%;height:auto;overflow:visible;font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:var(--ink);font-variant-numeric:tabular-nums}
.pic.wide{max-width:56rem}
.pic.narrow{display:none;max-width:30rem}
.pic .h{font-weight:650;fill:var(--ink);stroke:none}
.pic .m{font-size:12px;fill:var(--soft)}
.pic .end{text-anchor:end}.pic .mid{text-anchor:middle}
.pic .over{paint-order:stroke;stroke:var(--ground);stroke-width:7px;stroke-linejoin:round}
.pic path{fill:none}.sprite marker{overflow:visible}
.grid{stroke:var(--grid)}.rule{stroke:var(--grid)}.axis{stroke:var(--axis)}
.goal{stroke:var(--ink);stroke-dasharray:4 3}
.pic .bar{fill:var(--bar)}.beam{stroke:var(--bar);stroke-width:13}
.halo{stroke:var(--ground);stroke-width:4;marker:url(#halo)}.halo.problem{marker:url(#halo-problem)}.halo.watch{marker:url(#halo-watch)}.halo.up{marker:url(#halo-up)}
.whisker{stroke:var(--ink);stroke-width:1.5;marker:url(#whisker)}.whisker.up{marker:url(#whisker-up)}marker :is(g,path){marker:none}
.line{stroke:var(--mark);stroke-width:2.25}
.dashed,.dash1{stroke-dasharray:5 4}.dash2{stroke-dasharray:2 3}.dash3{stroke-dasharray:9 3 2 3}
.at{marker:url(#dot)}.at.small{marker:url(#dot-small)}.at.hollow{marker:url(#dot-hollow)}.at.hollow.small{marker:url(#dot-hollow-small)}.at.problem{marker:url(#dot-problem)}.at.watch{marker:url(#dot-watch)}
.dot{fill:var(--mark);stroke:var(--ground);stroke-width:1.5}
.dot.hollow{fill:var(--ground);stroke:var(--mark);stroke-width:2}
.pic .bar.hollow{fill:var(--ground);stroke:var(--bar);stroke-width:2}
.pic .open{fill:url(#hatch)}.hatch{stroke:var(--axis);stroke-width:1.2}
.pic *{pointer-events:none}.pic .hit{pointer-events:all}
.dot.problem{fill:var(--problem)}.dot.watch{fill:var(--watch)}.beam.problem{stroke:var(--problem)}.beam.watch{stroke:var(--watch)}
.pic .band.problem{fill:var(--problem-ground)}.pic .band.watch{fill:var(--watch-ground)}
.halo.problem,.pic .over.problem{stroke:var(--problem-ground)}.halo.watch,.pic .over.watch{stroke:var(--watch-ground)}
.t.problem{font-weight:700;fill:var(--problem)}.t.watch{font-weight:700;fill:var(--watch)}
[role=group]{overflow-x:auto;margin:.5rem 0;max-width:100%}
table{border-collapse:collapse;width:max-content;font-size:.875rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--grid);text-align:left;vertical-align:top;max-width:20rem;overflow-wrap:break-word}
thead th{border-bottom:2px solid var(--edge);vertical-align:bottom;color:var(--soft);font-weight:600}
tbody th{font-weight:500}tfoot th,tfoot td{font-weight:650;border-top:2px solid var(--edge)}
:is(.n2 tr>:nth-child(2),.n3 tr>:nth-child(3),.n4 tr>:nth-child(4),.n5 tr>:nth-child(5),.n6 tr>:nth-child(6),.n7 tr>:nth-child(7),.n8 tr>:nth-child(8),.n9 tr>:nth-child(9),.n10 tr>:nth-child(10),.n11 tr>:nth-child(11),.n12 tr>:nth-child(12),.n13 tr>:nth-child(13),.n14 tr>:nth-child(14),.n15 tr>:nth-child(15),.n16 tr>:nth-child(16),.n17 tr>:nth-child(17),.n18 tr>:nth-child(18),.n19 tr>:nth-child(19),.n20 tr>:nth-child(20)){text-align:right;white-space:nowrap}
thead th{white-space:normal!important}
td[class]::before{content:"";display:inline-block;width:60px;height:8px;margin-right:.5em;background:linear-gradient(var(--bar) 0 0) 0/var(--w) no-repeat}
${barWidths}
.spark{width:104px;height:24px;fill:none}
tbody tr:hover{background:var(--panel)}
thead button{all:unset;cursor:pointer}
thead button:focus-visible{outline:3px solid var(--link);outline-offset:2px}
thead button:hover{color:var(--ink);text-decoration:underline}
thead button::after{content:" ↕";opacity:.6;font-size:.8em}
[aria-sort=ascending] button::after{content:" ↑";opacity:1}
[aria-sort=descending] button::after{content:" ↓";opacity:1}
.tools{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;font-size:.875rem;margin:.5rem 0}
.tools input,.tools button{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--axis);border-radius:.3rem;padding:.25rem .6rem}
.course{display:flex;flex-wrap:wrap;gap:.4rem .9rem;list-style:none;margin:.25rem 0;padding:0;font-size:.875rem}
.day{color:var(--soft)}
pre{background:var(--panel);border:1px solid var(--edge);border-radius:.4rem;padding:.75rem 1rem;font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
@media screen and (max-width:44rem){.many p{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden;font-size:.9375rem}}
@media (max-width:44rem){main{padding:1rem .9rem 3rem}h1{font-size:1.4rem}h2{font-size:1.2rem}.pic.wide{display:none}.pic.narrow{display:block}.finding{padding:.75rem .8rem}.exhibit{padding:0 .7rem}.lines{grid-template-columns:1fr}.lines dt{padding-bottom:.05rem}.lines dd{padding-top:.05rem;border:0}th,td{padding:.3rem .45rem;max-width:14rem}}
@media print{@page{margin:14mm}html{font-size:9pt}main{max-width:none;padding:0}nav,.skip,.tools{display:none}#data{break-before:page}.card,.finding>p,.pic,tr,li,dt,dd{break-inside:avoid}h1,h2,h3,h4,figcaption,summary{break-after:avoid}.pic.wide{display:block}.pic.narrow{display:none}[role=group]{overflow:visible}table{font-size:7.5pt;width:100%}th,td{padding:.15rem .3rem;max-width:none}table.wide{font-size:5.7pt}.wide :is(th,td){padding:.15rem}.wide .badge{font-size:inherit;padding:0 .4em 0 .3em}td[class]::before{display:none}thead{display:table-header-group;break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}summary{color:var(--ink);list-style:none}.badge,.card,.pic *,.sprite *{print-color-adjust:exact}a{color:inherit}thead button{display:contents}thead button::after{content:none}}
`
