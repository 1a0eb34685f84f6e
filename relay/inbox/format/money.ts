const CURRENCY = /^[A-Z]{3}$/

/** `349 kr`, `12.50 €`; a bare number when the currency is not known. */
export function money(amount: number, currency?: string): string {
  const digits = Number.isInteger(amount) ? 0 : 2
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: 2 }
  if (!currency || !CURRENCY.test(currency))
    return new Intl.NumberFormat('en', fraction).format(amount)
  const style = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...fraction
  } as const
  return new Intl.NumberFormat('en-GB', style).format(amount)
}
