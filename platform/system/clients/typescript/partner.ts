import { randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import type { paths } from "./target/platform.d.ts";

// Lists come in other media types too; this client reads JSON.
const api = createClient<paths, "application/json">({
  baseUrl: process.env.MPF_URL!,
  headers: { Authorization: `Bearer ${process.env.MPF_TOKEN}` },
});

const { data: projects, error } = await api.GET("/v1/projects", {
  params: { query: { kind: ["GRANT"], pageSize: 5 } },
});
if (error) throw new Error(JSON.stringify(error));
if (!projects.items?.length) throw new Error("no projects; is the demonstration data loaded?");
for (const project of projects.items) console.log("read   ", project.code, project.status);

const code = `TS-${Date.now()}`;
const created = await api.POST("/v1/organisations", {
  params: { header: { "Idempotency-Key": randomUUID() } },
  body: { code, name: "Made by the TypeScript client", kind: "OTHER", country: "BE" },
});
if (created.error) throw new Error(JSON.stringify(created.error));
// Only a request with validateOnly is answered without a body.
if (!created.data) throw new Error(`no body, status ${created.response.status}`);
console.log("written", created.data.code, created.response.headers.get("Location"));
