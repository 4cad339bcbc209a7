/** Widths in pixels of the icons that devices ask for: a home screen's on Apple's, and two of the manifest's. */
export const TOUCH_ICON = 180
export const APP_ICONS = [192, 512]
export const ICON_SIZES = [TOUCH_ICON, ...APP_ICONS]
