// Every test runs in a page that carries its configuration, as web_service serves it.
const configuration = {
  suite_id: 'test',
  services: { user: 'http://user.test', product: 'http://product.test', order: 'http://order.test', ai: 'http://ai.test' },
  languages: ['en', 'zh'],
  default_language: 'en',
  currency: 'EUR',
  features: { assistant: true, guest_checkout: true, demo: true, test_payments: true },
}
document.body.innerHTML = `<script id="shop-config" type="application/json">${JSON.stringify(configuration)}</script>`
