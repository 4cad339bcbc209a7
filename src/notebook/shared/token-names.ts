/** The classes of coloured source; `src/styles/code.css` and the editor's theme give each its custom property. */
export const TOKEN_CLASSES = [
  'tok-keyword',
  'tok-type',
  'tok-number',
  'tok-string',
  'tok-comment',
  'tok-name',
  'tok-operator',
  'tok-register',
  'tok-mnemonic',
  'tok-label',
] as const
