const content = document.getElementById("content");
const overview = document.getElementById("overview");
const trouble = document.getElementById("trouble");
const api = document.getElementById("api");
const menu = document.getElementById("operations");
const groups = new Map([...menu.querySelectorAll("details[data-group]")].map((group) => [group.dataset.group, group]));
const { tokenUrl, authorizationUrl, client, development } = api.dataset;

/** People sign in with the platform's identity provider; without a client there, known identities of development have a secret. */
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

/** Every refusal looks the same and is explained once, above; the request id comes with every answer. */
function brief(response) {
  const types = Object.keys(response.content ?? {});
  if (types.length === 1 && types[0] === "application/problem+json") delete response.content;
  if (response.headers) delete response.headers["X-Request-Id"];
}

/** An example of an optional parameter is told, not filled in: a first try is to answer with something. */
function optional(parameter) {
  const example = parameter.example ?? parameter.schema?.example;
  if (parameter.in !== "query" || parameter.required || example === undefined) return;
  delete parameter.example;
  delete parameter.schema?.example;
  parameter.description = `${parameter.description ?? ""} Example: \`${[example].flat().join(", ")}\``.trim();
}

/** What takes a bearer token takes one that was had by signing in; what stands in further groups is shown in this one. */
function prepared(part, group) {
  const scheme = signIn();
  const components = (part.components ??= {});
  components.securitySchemes = { ...(scheme ? { signIn: { type: "oauth2", ...scheme } } : {}), ...components.securitySchemes };
  part.tags = part.tags?.filter((tag) => tag.name === group);
  for (const item of Object.values(part.paths)) {
    for (const operation of Object.values(item)) {
      operation.tags = [group];
      Object.values(operation.responses ?? {}).forEach(brief);
      operation.parameters?.forEach(optional);
      if (scheme && operation.security?.some((requirement) => "bearer" in requirement)) {
        operation.security.unshift({ signIn: [] });
      }
    }
  }
  return part;
}

/** The group is the page's heading and stands open; operations are headings below it; the address follows what is opened. */
function ours({ React }) {
  const h = React.createElement;
  return {
    components: {
      OneGroup: ({ getComponent }) =>
        h(
          "div",
          { className: "swagger-ui" },
          h(getComponent("SvgAssets")),
          h(getComponent("errors", true)),
          h("div", { className: "sign-in" }, h(getComponent("AuthorizeBtnContainer", true))),
          h(getComponent("operations", true)),
        ),
      OperationTag: ({ tag, tagObj, children, getComponent }) => {
        const about = tagObj.getIn(["tagDetails", "description"]);
        return h(
          "section",
          { className: "one-group", "data-group": tag },
          h("h1", null, tag),
          about ? h(getComponent("Markdown"), { source: about }) : null,
          h(
            "p",
            { className: "note" },
            "Refusals (4xx, 5xx) come as application/problem+json, ",
            h("a", { href: "/problems" }, "explained by their code"),
            ".",
          ),
          children,
        );
      },
    },
    wrapComponents: {
      OperationSummary: (Original) => (props) => h("div", { role: "heading", "aria-level": 2 }, h(Original, props)),
    },
    statePlugins: {
      layout: {
        wrapActions: {
          show: (original) => (thing, shown) => {
            const [kind, group, operation] = thing;
            if (kind === "operations" && groups.has(group)) {
              const place = link(group, shown ? operation : null);
              if (location.hash !== place) history.pushState(null, "", place);
              mark(group, shown ? operation : null);
            }
            return original(thing, shown);
          },
        },
      },
    },
  };
}

function link(group, operation) {
  return "#/" + encodeURIComponent(group) + (operation ? "/" + encodeURIComponent(operation) : "");
}

/** The group and operation that the address names; groups of several words were once written with underscores. */
function named() {
  const [, written = "", operation = ""] = location.hash.slice(1).split("/").map(decodeURIComponent);
  const group = groups.has(written) ? written : [...groups.keys()].find((name) => name.replaceAll(" ", "_") === written);
  if (group && group !== written) history.replaceState(null, "", link(group, operation));
  return { group: group ?? written, operation };
}

function mark(group, operation) {
  menu.querySelectorAll("[aria-current]").forEach((item) => item.removeAttribute("aria-current"));
  const list = groups.get(group);
  if (list) list.open = true;
  const item = operation ? list?.querySelector(`a[href="${CSS.escape(link(group, operation))}"]`) : null;
  item?.setAttribute("aria-current", "page");
  item?.scrollIntoView({ block: "nearest" });
  const words = [item?.querySelector("span + span").firstChild.textContent.trim(), group, "API · MPF platform"];
  document.title = words.filter(Boolean).join(" · ");
}

let library;
function loadLibrary() {
  library ??= new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = "/portal/swagger-ui-bundle.js";
    script.onload = loaded;
    script.onerror = () => failed(new Error("a part of this page did not load"));
    document.head.append(script);
  });
  return library;
}

async function fetchGroup(group) {
  const answer = await fetch("/openapi?tag=" + encodeURIComponent(group), { headers: { Accept: "application/json" } });
  if (answer.status === 404) throw new Error("there is no group of this name, or its service does not answer");
  if (!answer.ok) throw new Error("status " + answer.status);
  return prepared(await answer.json(), group);
}

function say(words) {
  trouble.textContent = words;
  trouble.hidden = false;
}

/** A token that is refused has expired or was taken back: who keeps it would be refused everything, even public reads. */
function answered(response) {
  const held = page.authSelectors.authorized().keySeq().toArray();
  if (response.status === 401 && held.length > 0 && response.url !== tokenUrl) {
    page.authActions.logout(held);
    say("You are no longer signed in, as your token is not accepted any more. “Authorize” signs you in again.");
  }
  return response;
}

let page;
let shownGroup;
function display(part) {
  if (page) {
    page.specActions.updateSpec(JSON.stringify(part));
    return;
  }
  page = window.SwaggerUIBundle({
    spec: part,
    dom_id: "#api",
    layout: "OneGroup",
    plugins: [ours],
    deepLinking: false,
    docExpansion: "list",
    defaultModelsExpandDepth: -1,
    displayRequestDuration: true,
    persistAuthorization: false,
    validatorUrl: null,
    responseInterceptor: answered,
    oauth2RedirectUrl: window.location.origin + "/portal/signed-in.html",
  });
  page.initOAuth({ clientId: client, scopes: client ? "openid" : "", usePkceWithAuthorizationCodeGrant: true });
}

/** Resolves with the element once the page shows it. */
function shown(selector) {
  return new Promise((resolve) => {
    const look = () => {
      const element = api.querySelector(selector);
      if (element) {
        observer.disconnect();
        resolve(element);
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(api, { childList: true, subtree: true });
    look();
  });
}

/** What the library leaves without a name, out of the keyboard's reach or at another level than the headings above it. */
function complete() {
  for (const field of api.querySelectorAll(":is(input, select, textarea):not([aria-label], [id])")) {
    const row = field.closest("[data-param-name], [data-property-name]");
    const name = row?.dataset.paramName ?? row?.dataset.propertyName;
    field.setAttribute("aria-label", name ?? (field.closest(".opblock-section-request-body") ? "Request body" : "Value"));
  }
  api.querySelectorAll(".close-modal:not([aria-label])").forEach((button) => button.setAttribute("aria-label", "Close"));
  api.querySelectorAll("pre:not([tabindex])").forEach((text) => (text.tabIndex = 0));
  api.querySelectorAll("h4:not([aria-level])").forEach((heading) => heading.setAttribute("aria-level", "3"));
  api.querySelectorAll("h5:not([aria-level]), h6:not([aria-level])").forEach((heading) => heading.setAttribute("aria-level", "4"));
  dialog();
}

/** The library's dialog takes the focus, keeps it, and gives it back to what opened it. */
let opener;
function dialog() {
  const shown = api.querySelector(".dialog-ux .modal-ux");
  if (shown && !shown.hasAttribute("role")) {
    opener = document.activeElement;
    shown.setAttribute("role", "dialog");
    shown.setAttribute("aria-modal", "true");
    shown.setAttribute("aria-label", "Sign in");
    shown.tabIndex = -1;
    shown.focus();
  } else if (shown && !shown.contains(document.activeElement)) {
    shown.focus(); // what had the focus has made room for something else
  } else if (!shown && opener) {
    (opener.isConnected ? opener : api.querySelector("button.authorize"))?.focus();
    opener = undefined;
  }
}

api.addEventListener("keydown", (event) => {
  const shown = event.target.closest(".dialog-ux .modal-ux");
  if (!shown) return;
  if (event.key === "Escape") {
    shown.querySelector(".close-modal").click();
  } else if (event.key === "Tab") {
    const stops = [...shown.querySelectorAll("a[href], button, input, select, textarea")].filter((stop) => !stop.disabled);
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (event.target === from || (event.shiftKey && event.target === shown)) {
      event.preventDefault();
      to.focus();
    }
  }
});
new MutationObserver(complete).observe(api, { childList: true, subtree: true });

let latest = 0;
async function show() {
  if (location.hash && !location.hash.startsWith("#/")) return;
  const turn = ++latest;
  const { group, operation } = named();
  trouble.hidden = true;
  overview.hidden = group !== "";
  api.hidden = group === "";
  document.body.dataset.view = group === "" ? "overview" : "group";
  mark(group, operation);
  if (group === "") return;
  try {
    if (group !== shownGroup) {
      api.setAttribute("aria-busy", "true");
      const [part] = await Promise.all([fetchGroup(group), loadLibrary()]);
      if (turn !== latest) return;
      display(part);
      shownGroup = group;
    }
    if (operation) page.layoutActions.show(["operations", group, operation], true);
    const target = await shown(operation ? `.opblock[id$="-${CSS.escape(operation)}"]` : `.one-group[data-group="${CSS.escape(group)}"]`);
    if (turn !== latest) return;
    (operation ? target : content).scrollIntoView();
    (operation ? target.querySelector("button") : content).focus({ preventScroll: true });
  } catch (reason) {
    if (turn !== latest) return;
    shownGroup = undefined;
    api.hidden = true;
    say("The operations cannot be shown: " + reason.message + ".");
  } finally {
    api.removeAttribute("aria-busy");
  }
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  content.focus();
});
window.addEventListener("hashchange", show);

const night = window.matchMedia("(prefers-color-scheme: dark)");
const dim = () => document.documentElement.classList.toggle("dark-mode", night.matches);
night.addEventListener("change", dim);
dim();

show();
