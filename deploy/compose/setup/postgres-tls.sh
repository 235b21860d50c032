# Before PostgreSQL starts with TLS: it wants the key to be its own.
set -euo pipefail
install --owner postgres --group postgres --mode 600 /run/tls/server.key /var/lib/postgresql/server.key
exec docker-entrypoint.sh postgres -c hba_file=/setup/postgres-tls.hba -c ssl=on \
    -c ssl_cert_file=/run/tls/server.crt -c ssl_key_file=/var/lib/postgresql/server.key
