/** The look of the offline file: the site's, in one block. */
export const STYLE = `
:root { color-scheme: light; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; color: #0b0c0c; line-height: 1.45; }
body { max-width: 75rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 3vw, 2.5rem); }
h1 { font-size: 1.875rem; line-height: 1.2; max-width: 46rem; }
h2 { margin-top: 2.5rem; font-size: 1.25rem; }
p, li, dd { max-width: 46rem; }
a { color: #12436d; }
.quiet { color: #44494f; font-size: 0.875rem; }
table { border-collapse: collapse; font-size: 0.875rem; }
caption { text-align: left; font-weight: 700; padding-block: 0.5rem; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid #d8dbde; text-align: left; vertical-align: top; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; margin-block: 1rem; }
#t-evidence td, #t-evidence th { overflow-wrap: anywhere; min-width: 6rem; }
:target, tr:has(:target) { background: #eef2f6; }
svg { max-width: 100%; height: auto; }
button { min-height: 2.75rem; padding: 0.5rem 1rem; border: 1px solid #0b0c0c; background: #fff; font: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; }
#count { display: none; }
.screen h2 { margin: 0 0 0.5rem; font-size: clamp(28px, 3vw, 48px); line-height: 1.2; max-width: none; outline: none; }
.screen p, .screen li, .screen table { font-size: max(24px, 1.9vw); max-width: none; }
.screen caption { position: absolute; clip-path: inset(50%); }
.screen svg { width: 100%; }
.screen .scroll { margin-block: 0.5rem; }
.screen .foot { margin: auto 6em 0 0; padding-top: 0.5rem; color: #44494f; font-size: 24px; line-height: 1.2; }
body.presenting { max-width: none; padding: 2vh 2.5vw; }
body.presenting main > :not(.screen) { display: none; }
body.presenting .screen:not([hidden]) { display: flex; flex-direction: column; min-height: 96vh; }
body.presenting .screen svg { flex: 1 1 0; min-height: 0; max-height: 68vh; }
body.presenting #count { display: block; position: fixed; right: 2.5vw; bottom: 2vh; margin: 0; font-size: 24px; line-height: 1.2; }
@media (max-width: 700px) { .screen p, .screen li, .screen table, .screen .foot, body.presenting #count { font-size: 18px; } .screen h2 { font-size: 22px; } }
body.blank { background: #000; }
body.blank > * { visibility: hidden; }
dialog { max-width: 60rem; border: 2px solid #0b0c0c; font-size: 1.25rem; }
dialog .quiet { font-size: inherit; }
dl { display: grid; grid-template-columns: 12rem 1fr; gap: 0.25rem 1rem; overflow-wrap: anywhere; }
dt { color: #44494f; } dd { margin: 0; }
@media print { button, .screen { display: none; } @page { size: A4; margin: 18mm 16mm; } tr, svg { break-inside: avoid; } }
`
