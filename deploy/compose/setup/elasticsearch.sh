# Before Elasticsearch starts: the users of the services, in files (Elasticsearch's file realm), so
# that they are there from the first moment and a new password counts after a start.
set -euo pipefail
cd /usr/share/elasticsearch/config

# {SSHA256}: salt and salted SHA-256 in base 64. The passwords are 160 random bits.
hashed() {
    local salt digest
    salt=$(od -An -N4 -tx1 /dev/urandom | tr -d ' \n')
    digest=$(printf '%s%s' "$1" "$salt" | sha256sum | cut -d' ' -f1)
    printf '{SSHA256}%s%s' "$(printf '%s' "$salt" | base64)" \
        "$(printf '%b' "$(echo "$digest" | sed 's/../\\x&/g')" | base64)"
}

: >users
: >users_roles
for name in broadsheet-index broadsheet-query; do
    echo "$name:$(hashed "$(cat "/run/secrets/elasticsearch-${name#broadsheet-}-password")")" >>users
    echo "$name:$name" >>users_roles
done
# As the image itself would go on.
if [ -x /bin/tini ]; then exec /bin/tini -- /usr/local/bin/docker-entrypoint.sh eswrapper; fi
exec /usr/local/bin/docker-entrypoint.sh eswrapper
