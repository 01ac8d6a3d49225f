/** Other people's servers that are told what happens, and what was delivered to them. */

import { answered, orders as client } from './http'
import type { components, paths } from './generated/order'

type Shapes = components['schemas']
export type Endpoint = Shapes['WebhookEndpoint']
export type EndpointWithSecret = Shapes['WebhookEndpointWithSecret']
export type EndpointCreate = Shapes['WebhookEndpointCreate']
export type EndpointUpdate = Shapes['WebhookEndpointUpdate']
export type EventType = Shapes['WebhookEventType']
export type Delivery = Shapes['WebhookDelivery']
export type DeliveryDetail = Shapes['WebhookDeliveryDetail']
export type Filters = NonNullable<paths['/api/v1/webhook-endpoints']['get']['parameters']['query']>
export type DeliveryFilters = NonNullable<paths['/api/v1/webhook-endpoints/{endpoint_id}/deliveries']['get']['parameters']['query']>

export function findEndpoints(query: Filters, signal: AbortSignal) {
  return answered(client.GET('/api/v1/webhook-endpoints', { params: { query }, signal }))
}

export async function eventTypes(signal: AbortSignal): Promise<EventType[]> {
  return (await answered(client.GET('/api/v1/webhook-endpoints/event-types', { signal }))).items
}

export function readEndpoint(endpoint_id: string, signal: AbortSignal): Promise<Endpoint> {
  return answered(client.GET('/api/v1/webhook-endpoints/{endpoint_id}', { params: { path: { endpoint_id } }, signal }))
}

/** The answer holds the secret, this once. */
export function createEndpoint(body: EndpointCreate): Promise<EndpointWithSecret> {
  return answered(client.POST('/api/v1/webhook-endpoints', { body }))
}

export async function changeEndpoint(endpoint_id: string, body: EndpointUpdate): Promise<void> {
  await answered(client.PATCH('/api/v1/webhook-endpoints/{endpoint_id}', { params: { path: { endpoint_id } }, body }))
}

export async function removeEndpoint(endpoint_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/webhook-endpoints/{endpoint_id}', { params: { path: { endpoint_id } } }))
}

/** A new secret, told this once; the one before it signs too for a day. */
export function rotateSecret(endpoint_id: string): Promise<EndpointWithSecret> {
  return answered(client.POST('/api/v1/webhook-endpoints/{endpoint_id}/secret', { params: { path: { endpoint_id } } }))
}

export async function testEndpoint(endpoint_id: string): Promise<void> {
  await answered(client.POST('/api/v1/webhook-endpoints/{endpoint_id}/test', { params: { path: { endpoint_id } } }))
}

export function findDeliveries(endpoint_id: string, query: DeliveryFilters, signal: AbortSignal) {
  const params = { path: { endpoint_id }, query }
  return answered(client.GET('/api/v1/webhook-endpoints/{endpoint_id}/deliveries', { params, signal }))
}

export function readDelivery(endpoint_id: string, delivery_id: string, signal: AbortSignal): Promise<DeliveryDetail> {
  const params = { path: { endpoint_id, delivery_id } }
  return answered(client.GET('/api/v1/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}', { params, signal }))
}

/** Under the same id, so that its receiver knows it for the same. */
export async function sendAgain(endpoint_id: string, delivery_id: string): Promise<void> {
  const params = { path: { endpoint_id, delivery_id } }
  await answered(client.POST('/api/v1/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}/resend', { params }))
}
