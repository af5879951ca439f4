const service = new URLSearchParams(window.location.search).get("service");
const known = service !== null && /^[a-z-]+$/.test(service);

window.SwaggerUIBundle({
  url: known ? "/openapi/" + service : "/openapi",
  dom_id: "#api",
  deepLinking: true,
  docExpansion: "none",
  filter: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  persistAuthorization: false,
  validatorUrl: null,
});
