/** What the owner says about the shop: its name, announcement and legal texts. */

import { answered, counter as client } from './http'
import type { components } from './generated/user'

type Shapes = components['schemas']
export type PublicSettings = Shapes['PublicSettings']
export type LegalPage = PublicSettings['legal_pages'][number]

export function getShopSettings(): Promise<PublicSettings> {
  return answered(client.GET('/api/v1/settings/public'))
}

export async function getLegalText(page: LegalPage, signal: AbortSignal): Promise<string> {
  return (await answered(client.GET('/api/v1/settings/legal/{page}', { params: { path: { page } }, signal }))).text
}
