/** The three frames talk over this channel: a link tapped on the phone opens in the shop's frame. */
const channel = new BroadcastChannel('segue-demo')
const shop = document.querySelector('iframe[name="shop"]')

channel.onmessage = ({ data }) => {
  const url = data.visit && new URL(data.visit)
  if (url && url.origin === location.origin) shop.contentWindow.location.assign(url)
}
