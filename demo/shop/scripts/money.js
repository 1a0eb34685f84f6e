const KRONOR = new Intl.NumberFormat('sv-SE')

/** `1290` → `1 290 kr` */
export const inKronor = amount => `${KRONOR.format(amount)}\u00a0kr`

/** What it costs to send things worth this much. */
export const postageFor = amount => (amount >= 500 ? 0 : 59)
