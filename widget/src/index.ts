export { type MountOptions, mount } from './mount.ts'
export type { Settings } from './settings.ts'
export type { Widget } from './widget.ts'
export type { WidgetEvents } from './widget-events.ts'
