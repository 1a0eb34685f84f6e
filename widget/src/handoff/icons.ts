/** The sheet's own icons, drawn like those in `../components/icons.ts`. */
export const BACK = 'M12 4.5 6.5 10l5.5 5.5'
export const TEXTS =
  'M4.5 4h11c.8 0 1.5.7 1.5 1.5v7c0 .8-.7 1.5-1.5 1.5H9l-3.5 2.8V14h-1C3.7 14 3 13.3 3 12.5v-7C3 4.7 3.7 4 4.5 4ZM6.5 9h.01M10 9h.01M13.5 9h.01'
export const COPY =
  'M8.5 7h6c.8 0 1.5.7 1.5 1.5v6c0 .8-.7 1.5-1.5 1.5h-6c-.8 0-1.5-.7-1.5-1.5v-6C7 7.7 7.7 7 8.5 7ZM13 4.5c0-.3-.2-.5-.5-.5h-7C4.7 4 4 4.7 4 5.5v7c0 .3.2.5.5.5'
