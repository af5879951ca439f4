#!/bin/bash
# Creates one role and one database per service and one for the gateway. Runs once, when the data directory is empty.
set -euo pipefail
for service in projects events calls gateway; do
  variable="MPF_${service^^}_DB_PASSWORD"
  psql --username "$POSTGRES_USER" --dbname postgres --set=ON_ERROR_STOP=1 \
       --set=role="$service" --set=password="${!variable}" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE DATABASE :"role" OWNER :"role";
SQL
done
