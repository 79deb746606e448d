// The cookie of the page goes with every request, so "Try it out" works for whoever is signed in.
window.SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  persistAuthorization: false,
  // Would send the address of the specification to another site.
  validatorUrl: null,
})
