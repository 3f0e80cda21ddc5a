/** The whole style sheet of the public pages. Stands inline, so that a saved or printed page is complete. */
export const style = `
:root{color-scheme:light dark;--ink:#1c1b19;--soft:#5f5b54;--paper:#fbfaf7;--card:#fff;--line:#dcd8cf;--accent:#14507a;--mark:#f3e9c6}
@media (prefers-color-scheme:dark){:root{--ink:#eceae5;--soft:#aaa59b;--paper:#191817;--card:#222120;--line:#3a3835;--accent:#8cc4ee;--mark:#4a4020}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,'Iowan Old Style','Times New Roman',serif}
.skip{position:absolute;left:-99em}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:1}
header.site,footer.site,main{max-width:44rem;margin:0 auto;padding:0 1.25rem}
header.site{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;padding-top:1.5rem;padding-bottom:.75rem;border-bottom:3px double var(--line)}
header.site a{color:inherit;text-decoration:none}
header.site strong{font-size:1.15rem;letter-spacing:.01em}
nav,.meta,.label,footer.site,.stance,.scale,code,.more{font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
nav a{color:var(--accent)}
main{padding-top:2rem;padding-bottom:3rem}
h1{font-size:1.9rem;line-height:1.25;margin:.2rem 0 1rem;text-wrap:balance}
h2{font-size:1.2rem;margin:2.4rem 0 .6rem}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
p{margin:.6rem 0;overflow-wrap:anywhere}
.label{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:0}
.meta{font-size:.9rem;color:var(--soft)}
.verdict{background:var(--card);border:1px solid var(--line);border-left:.4rem solid var(--accent);padding:1rem 1.25rem;margin:1.5rem 0}
.verdict .rating{font-size:1.5rem;font-weight:700;margin:.1rem 0}
.scale{display:flex;gap:.3rem;align-items:center;font-size:.85rem;color:var(--soft);margin:0}
.scale i{width:2.2rem;height:.55rem;border:1px solid var(--soft);border-radius:.3rem}
.scale i.on{background:var(--accent);border-color:var(--accent)}
.scale span{margin-left:.5rem}
blockquote{margin:1rem 0;padding:.2rem 0 .2rem 1rem;border-left:3px solid var(--line)}
blockquote mark{background:var(--mark);color:inherit;padding:.05em .15em}
ol.plain,ul.plain{list-style:none;padding:0;margin:0}
.piece,.entry{background:var(--card);border:1px solid var(--line);padding:.9rem 1.1rem;margin:.75rem 0}
.piece h3,.entry h2{font-size:1.05rem;margin:0 0 .2rem}
.stance{font-size:.85rem;font-weight:600;margin:0}
code{font-size:.75rem;color:var(--soft);overflow-wrap:anywhere}
.retraction{border:2px solid #a3271f;background:var(--card);padding:1rem 1.25rem;margin:1.5rem 0}
footer.site{border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2rem;font-size:.85rem;color:var(--soft)}
.more{display:inline-block;margin-top:1rem}
@media print{:root{--ink:#000;--soft:#333;--paper:#fff;--card:#fff;--line:#999;--accent:#000}
nav,.skip,.more{display:none}body{font-size:11pt}.piece,.verdict,.entry{break-inside:avoid}
.scale i.on{background:#000;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main a[href^='http']::after{content:' (' attr(href) ')';font-size:.85em;overflow-wrap:anywhere}}
`.trim();
