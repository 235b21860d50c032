# Makes the roles in /roles, and of each a user of the same name with the present password.
set -euo pipefail

# PATH, with the body on standard input. Passwords never stand on a command line.
put() {
    local body answer
    body=$(mktemp)
    cat >"$body"
    for attempt in $(seq 30); do
        answer=$(printf 'user = "elastic:%s"\n' "$(cat /run/secrets/elastic-password)" |
            curl --config - --silent --show-error --fail-with-body --max-time 10 \
                --request PUT --header 'Content-Type: application/json' --data-binary "@$body" \
                "${ELASTICSEARCH_URL:-http://elasticsearch:9200}$1" 2>&1) && break
        # Its index of users may still be coming up.
        [ "$attempt" -lt 30 ] || { echo "$1: $answer" >&2; exit 1; }
        sleep 2
    done
    rm -f "$body"
    echo "$1"
}

for role in index query; do
    put "/_security/role/broadsheet-$role" <"/roles/broadsheet-$role.json"
    put "/_security/user/broadsheet-$role" <<JSON
{"password": "$(cat "/run/secrets/elasticsearch-$role-password")", "roles": ["broadsheet-$role"]}
JSON
done
