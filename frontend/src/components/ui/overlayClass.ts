/** The look of everything that floats: menus, lists, dialogs. */
export const POPUP =
  'rounded-lg border border-line bg-surface text-ink shadow-overlay outline-none transition-[opacity,scale] duration-120 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0'

/** A line of a menu or list that the arrow keys move through; the ring is inside it. */
export const POPUP_ITEM =
  'flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2.5 py-1 text-ink no-underline -outline-offset-2 data-disabled:opacity-50 data-highlighted:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted'

/** The line of a list that Enter takes while the focus stays in the field above. */
export const POPUP_ITEM_AHEAD = 'data-highlighted:shadow-[inset_3px_0_0_var(--action)]'

/** What covers the page behind a dialog. */
export const VEIL =
  'fixed inset-0 z-20 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0'
