// At /docs a service describes itself; behind the gateway it is one of several, at /docs/user and so on.
const place = window.location.pathname.replace(/\/$/, '');
const description = place.endsWith('/docs') ? '/openapi.json' : `${place}/openapi.json`;

window.SwaggerUIBundle({
  url: description,
  dom_id: '#swagger-ui',
  presets: [window.SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  deepLinking: true,
  persistAuthorization: false,
  showExtensions: true,
  tryItOutEnabled: true,
});
