/** The sidebar's page, made at build time: its script is inlined, and nothing is loaded from outside. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SECTION_PLACE } from './section-place.ts';

const ENTRY = join(dirname(fileURLToPath(import.meta.url)), 'sidebar', 'page.ts');

/** 300 pixels wide at Google; colours keep a contrast of 7 : 1, and sizes follow the reader's own. */
const STYLE = `
body { font: 0.875rem/1.5 Arial, sans-serif; color: #202124; background: #fff; margin: 0; padding: 0.75rem; }
h1 { font-size: 1.125rem; margin: 0 0 0.5rem; }
h2 { font-size: 1rem; margin: 1.25rem 0 0.25rem; scroll-margin-top: 0.75rem; }
h3 { font-size: 0.875rem; margin: 0.75rem 0 0.25rem; }
p { margin: 0.25rem 0; overflow-wrap: anywhere; }
ul { margin: 0; padding-left: 1.1rem; }
:focus-visible { outline: 2px solid #0b57d0; outline-offset: 2px; }
button { font: inherit; padding: 0.35rem 0.75rem; border: 1px solid #5f6368; border-radius: 0.4rem; background: #fff; color: inherit; cursor: pointer; }
button.main { background: #0b5c3b; border-color: #0b5c3b; color: #fff; }
button.link { border: 0; padding: 0; color: #0842a0; text-decoration: underline; text-align: left; }
.month { display: grid; gap: 0 0.5rem; grid-template-columns: 1fr auto; border: 1px solid #c4c7c5; border-left-width: 0.4rem; border-radius: 0.4rem; padding: 0.5rem; margin-bottom: 0.5rem; }
.month > :nth-child(n + 3) { grid-column: 1 / -1; }
.month .left { font-weight: bold; }
.month.soon { border-left-color: #8a4b00; }
.month.over { border-left-color: #8c1d18; }
.month.sent { border-left-color: #0b5c3b; }
.quiet { color: #3c4043; }
.progress { display: block; }
progress { width: 100%; accent-color: #0b5c3b; }
.tasks { list-style: none; padding: 0; }
.tasks li { border-top: 1px solid #e0e3e1; padding: 0.4rem 0; display: grid; gap: 0.25rem; justify-items: start; }
textarea { font: inherit; width: 100%; box-sizing: border-box; }
.status { min-height: 1.5em; font-weight: bold; white-space: pre-line; background: #fff; }
.status:not(:empty) { position: sticky; top: 0; margin: 0 -0.25rem; padding: 0.5rem 0.25rem; border-bottom: 1px solid #bdc1c6; }
[aria-busy="true"] { opacity: 0.7; }
@media (prefers-color-scheme: dark) {
  body, .status { background: #1f2023; color: #e8eaed; }
  button { background: #1f2023; border-color: #9aa0a6; }
  button.main { background: #9fd8bb; border-color: #9fd8bb; color: #06281a; }
  button.link { color: #a8c7fa; }
  .quiet { color: #c4c7c5; }
  .month, .tasks li { border-color: #5f6368; }
  .month.sent { border-left-color: #9fd8bb; }
  .month.soon { border-left-color: #ffcc80; }
  .month.over { border-left-color: #f2b8b5; }
}
`;

/** Within HTML a script ends at the first `</script`, wherever that stands. */
const inline = (script: string): string => script.replaceAll('</script', '<\\/script');

export async function sidebarPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<base target="_top">
<title>Việc cần làm</title>
<style>${STYLE}</style>
</head>
<body data-section="${SECTION_PLACE}">
<main lang="vi"></main>
<script>${inline(outputFiles[0]?.text ?? '')}</script>
</body>
</html>
`;
}
