/** An address with its middle masked, for eyes that may not be its owner's: `+46 •••• 0001`. Empty when it has no number. */
export function maskAddress(names: string[]): string {
  const phone = names.find(name => name.startsWith('phone:+'))?.slice('phone:'.length)
  if (!phone || phone.length < 9) return ''
  return `${phone.slice(0, 3)} •••• ${phone.slice(-4)}`
}
