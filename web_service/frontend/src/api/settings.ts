/** The shop's settings, with the texts of every language; its ways of shipping and its taxes. */

import { answered, orders, users } from './http'
import type { components as OrderShapes } from './generated/order'
import type { components as UserShapes } from './generated/user'

export type ShopSettings = UserShapes['schemas']['ShopSettings']
export type ShopSettingsUpdate = UserShapes['schemas']['ShopSettingsUpdate']
type Shapes = OrderShapes['schemas']
export type ShippingMethod = Shapes['order_service__app__shipping_methods__schemas__ShippingMethod']
export type ShippingMethodCreate = Shapes['ShippingMethodCreate']
export type ShippingMethodUpdate = Shapes['ShippingMethodUpdate']
export type TaxRate = Shapes['TaxRate']
export type TaxRateCreate = Shapes['TaxRateCreate']
export type TaxRateUpdate = Shapes['TaxRateUpdate']

export function readSettings(signal?: AbortSignal): Promise<ShopSettings> {
  return answered(users.GET('/api/v1/settings', { signal: signal ?? null }))
}

export function changeSettings(body: ShopSettingsUpdate): Promise<ShopSettings> {
  return answered(users.PATCH('/api/v1/settings', { body }))
}

export async function listShippingMethods(signal: AbortSignal): Promise<ShippingMethod[]> {
  return (await answered(orders.GET('/api/v1/shipping-methods', { params: { query: { limit: 100 } }, signal }))).items
}

export async function createShippingMethod(body: ShippingMethodCreate): Promise<void> {
  await answered(orders.POST('/api/v1/shipping-methods', { body }))
}

export async function changeShippingMethod(id: string, body: ShippingMethodUpdate): Promise<void> {
  await answered(orders.PATCH('/api/v1/shipping-methods/{id}', { params: { path: { id } }, body }))
}

export async function removeShippingMethod(id: string): Promise<void> {
  await answered(orders.DELETE('/api/v1/shipping-methods/{id}', { params: { path: { id } } }))
}

export async function listTaxRates(signal: AbortSignal): Promise<TaxRate[]> {
  return (await answered(orders.GET('/api/v1/tax-rates', { params: { query: { limit: 100 } }, signal }))).items
}

export async function createTaxRate(body: TaxRateCreate): Promise<void> {
  await answered(orders.POST('/api/v1/tax-rates', { body }))
}

export async function changeTaxRate(id: string, body: TaxRateUpdate): Promise<void> {
  await answered(orders.PATCH('/api/v1/tax-rates/{id}', { params: { path: { id } }, body }))
}

export async function removeTaxRate(id: string): Promise<void> {
  await answered(orders.DELETE('/api/v1/tax-rates/{id}', { params: { path: { id } } }))
}
