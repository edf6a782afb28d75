/** In a page, in place of implementations in processes of their own: there are none. */
export function Supervised(): never {
  throw new Error('a page asks the built-in core only');
}
