{{- define "mpf.labels" -}}
app.kubernetes.io/part-of: mpf
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .name }}
{{- end }}

{{- define "mpf.image" -}}
{{- $image := printf "%s%s:%s" .root.Values.image.prefix .name (.root.Values.image.tag | default .root.Chart.AppVersion) -}}
{{- if .root.Values.image.registry }}{{ .root.Values.image.registry }}/{{ end }}{{ $image }}
{{- end }}

{{- define "mpf.databaseHost" -}}
{{- if .Values.database.host }}{{ .Values.database.host }}
{{- else if .Values.database.cluster.create }}{{ .Values.database.cluster.name }}-rw
{{- else }}{{ fail "database.host is needed, or database.cluster.create=true" }}{{ end }}
{{- end }}

{{- define "mpf.kafka" -}}
{{- if .Values.kafka.bootstrapServers }}{{ .Values.kafka.bootstrapServers }}
{{- else if .Values.kafka.cluster.create }}{{ .Values.kafka.cluster.name }}-kafka-bootstrap:9092
{{- else }}{{ fail "kafka.bootstrapServers is needed, or kafka.cluster.create=true" }}{{ end }}
{{- end }}
