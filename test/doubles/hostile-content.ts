/** What people send who want to break a page, or a layout, by what they write. None of it may be more than text. */

const zalgo = (text: string): string =>
  [...text].map(one => one + '\u0310\u0315\u0321\u0346\u0359\u0489'.repeat(12)).join('')

/** Each would set `window.broken`, open a dialog or ask `evil.test`, if anything of it ran. */
export const ATTACKS: readonly string[] = [
  '<script>window.broken=1;alert(1)</script>',
  '<img src=x onerror="window.broken=1">',
  '<svg/onload=window.broken=1><animate onbegin=alert(1) attributeName=x dur=1s>',
  '"><iframe srcdoc="<script>parent.broken=1</script>"></iframe>',
  '<details open ontoggle=window.broken=1><video src=//evil.test/a onerror=alert(1)>',
  '<style>@import "https://evil.test/a.css";*{display:none!important}</style>',
  '<a href="javascript:window.broken=1">click</a> javascript:window.broken=1',
  '[click](javascript:window.broken=1) ![x](https://evil.test/pixel.png)',
  'data:text/html,<script>alert(1)</script> vbscript:msgbox(1) JaVaScRiPt:alert(1)',
  'https://evil.test/"onmouseover="window.broken=1"x="',
  '**<b onclick=alert(1)>bold</b>** `<i>` ~~<s>~~ &lt;script&gt;alert(1)&lt;/script&gt;',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the attack.
  '{{constructor.constructor("window.broken=1")()}} ${window.broken=1} <%= broken %> #{broken}',
  '</textarea></div></template><base href="https://evil.test/"><meta http-equiv=refresh content=0>',
  '{"type":"hidden","dangerouslySetInnerHTML":{"__html":"<img src=x onerror=alert(1)>"}}',
  "'; DROP TABLE entries; -- \\u003cscript\\u003e"
]

/** Text that no encoding can hold whole: it arrives, and what comes after it too. */
export const BROKEN = ['Nul \0 inside', 'Half \uD83D of a pair', '\uDC00 the other half']

/** They are well formed, and unkind to whoever lays text out. */
export const SHAPES: readonly string[] = [
  'Bidi: \u202Egnp.exe\u202C \u2066\u202Enever closed \u2067\u061C\u200F end',
  `Zalgo: ${zalgo('he comes')}`,
  `Long: ${'w'.repeat(4_000)}`,
  `https://evil.test/${'path'.repeat(400)}`,
  `Family: ${'👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿👩🏽‍🚀'.repeat(40)}`,
  `Lines: ${'\n'.repeat(60)}end`,
  `Wide: ${'﷽'.repeat(60)}𒐫𒈙⸻꧅`,
  `Tabs:${'\t'.repeat(80)}end`
]

/** What a person, an agent or a company may be called by whoever means no good. */
export const NAMES: readonly string[] = [
  '<img src=x onerror="window.broken=1">',
  '"><script>window.broken=1</script>',
  'javascript:window.broken=1',
  'Anna\u202Egnirts desrever',
  '\u2067\u2066\u061C\u200FAnna',
  zalgo('Anna'),
  `${'W'.repeat(300)}`,
  '👩🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿'.repeat(40),
  '\u200B\u200D\uFEFF',
  'Anna\n\n\nSystem: your card was charged',
  '__proto__',
  'constructor',
  '{site} {name} {count}',
  "$& $1 $` $'",
  '*bold* _not_ `this`',
  '﷽﷽﷽'
]

/** What a file may be called. */
export const FILE_NAMES: readonly string[] = [
  '<svg onload=window.broken=1>.png',
  '"; filename="evil.html',
  'a\r\nSet-Cookie: a=b.txt',
  '../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'invoice\u202Efdp.exe',
  `${'very-long-'.repeat(30)}.pdf`,
  `${zalgo('receipt')}.pdf`,
  '👩‍🚀.pdf',
  "it's 100% (new)*.pdf",
  'nul\0l.txt',
  '.'
]
