#!/bin/bash
# Creates, per service and for the gateway, a database, a role that owns and migrates its tables, and the role that the
# application works with, which owns nothing. Runs once, when the data directory is empty.
set -euo pipefail
for service in projects events calls gateway; do
  password="MPF_${service^^}_DB_PASSWORD"
  owner_password="MPF_${service^^}_DB_OWNER_PASSWORD"
  psql --username "$POSTGRES_USER" --dbname postgres --set=ON_ERROR_STOP=1 \
       --set=role="$service" --set=password="${!password}" \
       --set=owner="${service}_owner" --set=owner_password="${!owner_password}" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE DATABASE :"role" OWNER :"owner";
SQL
done
