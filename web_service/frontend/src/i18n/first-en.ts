/** What nearly every first page says, in one file. */

export { default as catalogue } from './en/catalogue'
export { default as common } from './en/common'
export { default as shop } from './en/shop'
