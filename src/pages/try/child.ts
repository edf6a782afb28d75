/** In a page, in place of implementations in processes of their own: there are none. */
export class Supervised {
  constructor() {
    throw new Error('a page asks the built-in core only');
  }
}
