# Makes the role and the database of ingest-service, or gives the role its present password.
set -euo pipefail
PGPASSWORD=$(cat /run/secrets/postgres-superuser-password)
export PGPASSWORD
exec psql --host=postgres --username=postgres --dbname=postgres --no-psqlrc --quiet --set=ON_ERROR_STOP=1 <<'SQL'
\set password `cat /run/secrets/postgres-password`
SELECT 'CREATE ROLE broadsheet LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'broadsheet') \gexec
ALTER ROLE broadsheet PASSWORD :'password';
SELECT 'CREATE DATABASE broadsheet OWNER broadsheet' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'broadsheet') \gexec
REVOKE CONNECT ON DATABASE broadsheet FROM PUBLIC;
SQL
