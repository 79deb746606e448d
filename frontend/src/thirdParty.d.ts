/** Made by `scripts/thirdParty.ts` when the page is built. */
declare module 'virtual:third-party' {
  /** Of the page. */
  export const version: string
  export const packages: readonly { name: string; version: string; license: string }[]
}
