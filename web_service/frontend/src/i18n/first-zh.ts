/** What nearly every first page says, in one file. */

export { default as catalogue } from './zh/catalogue'
export { default as common } from './zh/common'
export { default as shop } from './zh/shop'
