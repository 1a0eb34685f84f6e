/** `+46766000001` as people read it: `+46 76 600 00 01`. */
export const readableNumber = (number: string): string =>
  number.replace(/^\+46(\d{2})(\d{3})(\d{2})(\d{2})$/, '+46 $1 $2 $3 $4')
