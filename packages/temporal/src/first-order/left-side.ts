// What stands to the left of `since` and `until`, by what it does to the keys of the right side.

/**
 * `none`: nothing, it is `true`. `gates`: closed, it lets all pass or none. `keeps`: those it names, the others are
 * struck. `strikes`: it is the negation of what it names. Columns are among those of the right side.
 */
export type LeftSide =
  | { readonly kind: 'none' | 'gates' }
  | { readonly kind: 'keeps' | 'strikes'; readonly columns: readonly string[] }
