/** Colours that can be seen and read, made of a site's own: for the widget, the inbox, and whoever checks a configuration. */
export * from './contrast.ts'
export * from './palette.ts'
