/** What web_service wrote into the page: where the services are, as this browser reaches them. */

export interface ShopConfig {
  suite_id: string
  services: { user: string; product: string; order: string; ai: string }
  /** Where each service tells staff how it is doing. */
  operations: Record<'user' | 'product' | 'order' | 'ai' | 'web', string>
  languages: string[]
  default_language: string
  currency: string
  features: { assistant: boolean; guest_checkout: boolean; demo: boolean; test_payments: boolean }
}

export const config: ShopConfig = JSON.parse(document.getElementById('shop-config')?.textContent ?? '{}')
