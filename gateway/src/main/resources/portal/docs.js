const service = new URLSearchParams(window.location.search).get("service");
const known = service !== null && /^[a-z-]+$/.test(service);
const address = known ? "/openapi/" + service : "/openapi";
const { tokenUrl, authorizationUrl, client, development } = document.getElementById("api").dataset;

/** People sign in with the platform's identity provider; in development the known identities take a token with their secret. */
function signIn() {
  if (client) {
    return {
      description: "Sign in with the identity provider.",
      flows: { authorizationCode: { authorizationUrl, tokenUrl, scopes: { openid: "who you are" } } },
    };
  }
  if (development === "true") {
    return {
      description: "One of the identities on the first page, such as programme-officer, with the secret dev-secret.",
      flows: { clientCredentials: { tokenUrl, scopes: {} } },
    };
  }
  return null;
}

/** What takes a bearer token takes one that was had by signing in. */
function withSignIn(document) {
  const scheme = signIn();
  if (scheme) {
    document.components.securitySchemes.signIn = { type: "oauth2", ...scheme };
    for (const item of Object.values(document.paths)) {
      for (const operation of Object.values(item)) {
        if (operation.security?.some((requirement) => "bearer" in requirement)) {
          operation.security.unshift({ signIn: [] });
        }
      }
    }
  }
  return document;
}

/** What most readers do not come for stands behind what they do. */
const BEHIND = new Set(["Administration", "Audit", "Contracts", "Data protection", "Mail", "Platform", "Problems"]);

function byReader(one, other) {
  return BEHIND.has(one) - BEHIND.has(other) || one.localeCompare(other);
}

function show(document) {
  const page = window.SwaggerUIBundle({
    spec: withSignIn(document),
    dom_id: "#api",
    deepLinking: true,
    docExpansion: "none",
    filter: true,
    tagsSorter: byReader,
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    persistAuthorization: false,
    validatorUrl: null,
    oauth2RedirectUrl: window.location.origin + "/portal/signed-in.html",
  });
  page.initOAuth({ clientId: client, scopes: client ? "openid" : "", usePkceWithAuthorizationCodeGrant: true });
}

fetch(address, { headers: { Accept: "application/json" } })
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error("status " + answer.status))))
  .then(show)
  .catch((reason) => {
    document.querySelector(".mpf-wait").textContent = "The API document cannot be shown: " + reason.message;
  });
