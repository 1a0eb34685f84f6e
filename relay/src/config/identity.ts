import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Text = Type.String({ minLength: 1 })

/** A public key as JSON (RFC 7517). Closed, so that a private one is not taken by mistake. */
const PublicKey = Type.Object(
  {
    kty: Type.Enum(['OKP', 'EC']),
    crv: Type.Enum(['Ed25519', 'P-256']),
    x: Text,
    y: Type.Optional(Text),
    kid: Type.Optional(Text),
    alg: Type.Optional(Type.Enum(['EdDSA', 'Ed25519', 'ES256'])),
    use: Type.Optional(Type.Literal('sig')),
    key_ops: Type.Optional(Type.Array(Text))
  },
  closed
)

/** How the users of a site prove who they are. */
export const IdentitySchema = Type.Object(
  {
    /** A user's id counts only with its proof. Anonymous chat works on. @default false */
    required: Type.Optional(Type.Boolean()),
    /** Where the keys are that check users' tokens, or the keys. @default tokens are signed with the secret, HS256 */
    jwks: Type.Optional(
      Type.Union([Text, Type.Object({ keys: Type.Array(PublicKey, { minItems: 1 }) }, closed)], {
        description:
          'Write the address of a key set, or { keys: [ … ] } with public Ed25519 or P-256 keys.'
      })
    ),
    /** Takes HMAC-SHA256 hashes of users' ids made with this, for those who come from elsewhere. A hash never ends. */
    hashSecret: Type.Optional(
      Type.String({ minLength: 16, description: 'Make one with: openssl rand -hex 32' })
    )
  },
  closed
)
export type IdentityConfig = Static<typeof IdentitySchema>

/** What checks the proofs of a site's users. */
export type SiteIdentity = Omit<IdentityConfig, 'required'> & { secret: string }

/** A site's own words, without what only the core needs. */
export function identityOf({
  secret,
  identity = {}
}: {
  secret: string
  identity?: IdentityConfig
}): SiteIdentity {
  const { required: _, ...how } = identity
  return { secret, ...how }
}
