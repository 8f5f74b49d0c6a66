# Sourced: a PostgreSQL cluster of our own in a folder, for a benchmark or a test, away from any other on the machine.
#
#   url=$(start_postgres DIR [SETTING=VALUE…])    prints postgres://… once it answers; a second start is harmless
#   stop_postgres DIR                             leaves the data, so that it can be started again
#
# It listens on the loopback and on a socket in DIR, and trusts whoever reaches them: it holds made-up data only.
# PostgreSQL does not run as root, so root hands it to the user `postgres`.

# The programs of the version that made the cluster, or the newest there are.
postgres_programs() {
    local folder=$1 version newest
    version=$(as_postgres cat "$folder/PG_VERSION" 2>/dev/null || true)
    newest=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
    if [[ -n "$version" && -x "/usr/lib/postgresql/$version/bin/pg_ctl" ]]; then
        echo "/usr/lib/postgresql/$version/bin"
    elif [[ -x "$newest/pg_ctl" ]]; then
        echo "$newest"
    elif command -v pg_ctl >/dev/null; then
        dirname "$(command -v pg_ctl)"
    else
        echo "PostgreSQL is missing: install the package postgresql, then start again." >&2
        return 1
    fi
}

# Runs a command as whoever owns the cluster, from a folder that everybody may be in.
as_postgres() {
    if ((EUID == 0)); then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

# The user `postgres` must be able to walk to the folder. Temporary folders are opened to be walked through (not
# read); any other is the caller's to open.
open_way_to() {
    local folder=$1 parent=$1 temporary=${TMPDIR:-/tmp}
    if ((EUID != 0)); then return 0; fi
    while [[ "$parent" != / ]]; do
        parent=$(dirname "$parent")
        as_postgres test -x "$parent" && continue
        if [[ "$parent" != "${temporary%/}"/* ]]; then
            echo "The user postgres cannot enter $parent: choose another folder." >&2
            return 1
        fi
        chmod o+x "$parent"
    done
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

create_cluster() {
    local programs=$1 folder=$2
    mkdir -p "$folder"
    if ((EUID == 0)); then chown postgres: "$folder"; fi
    # C.UTF-8: ORDER BY must agree with SQLite.
    as_postgres "$programs/initdb" --pgdata "$folder" --username postgres --auth trust --encoding UTF8 \
        --locale C.UTF-8 --no-sync >/dev/null
}

# launch_postgres PROGRAMS DIR PORT [SETTING=VALUE…]
launch_postgres() {
    local programs=$1 folder=$2 port=$3 setting options
    shift 3
    # A socket's path has at most 107 bytes; in a deeper folder the loopback must do.
    options="-p $port -c listen_addresses=127.0.0.1 -c shared_buffers=512MB -c fsync=on"
    options+=" -c unix_socket_directories='$( ((${#folder} < 80)) && echo "$folder")'"
    for setting in "$@"; do options+=" -c $setting"; done
    as_postgres "$programs/pg_ctl" start --pgdata "$folder" --wait --timeout 60 --log "$folder/server.log" \
        --options "$options" >/dev/null
}

# The port a stopped cluster had, so that whoever used it finds it again; a free one for a new cluster.
usual_port() {
    local known
    known=$(as_postgres sed -nE 's/.*"-p" "([0-9]+)".*/\1/p' "$1/postmaster.opts" 2>/dev/null || true)
    if [[ -n "$known" ]]; then echo "$known"; else free_port; fi
}

# The port of a running cluster is the fourth line of its pid file.
postgres_port() { as_postgres sed -n 4p "$1/postmaster.pid"; }

start_postgres() {
    local folder programs port attempt
    folder=$(realpath -m "$1")
    shift
    if ((EUID == 0)) && ! getent passwd postgres >/dev/null; then
        echo "The user postgres is missing: install the package postgresql, then start again." >&2
        return 1
    fi
    open_way_to "$folder" && programs=$(postgres_programs "$folder") || return 1
    if ! as_postgres test -e "$folder/PG_VERSION"; then create_cluster "$programs" "$folder" || return 1; fi
    # Somebody else may take the port between choosing and using it.
    for attempt in 1 2 3; do
        as_postgres "$programs/pg_ctl" status --pgdata "$folder" >/dev/null && break
        launch_postgres "$programs" "$folder" "$( ((attempt == 1)) && usual_port "$folder" || free_port)" "$@" && break
        if ((attempt == 3)); then
            as_postgres tail -n 20 "$folder/server.log" >&2
            return 1
        fi
    done
    port=$(postgres_port "$folder")
    as_postgres "$programs/psql" -h 127.0.0.1 -p "$port" -U postgres -d postgres -Atqc \
        "SELECT 1 FROM pg_database WHERE datname = 'minben'" | grep -q 1 ||
        as_postgres "$programs/createdb" -h 127.0.0.1 -p "$port" -U postgres minben || return 1
    echo "postgres://postgres@127.0.0.1:$port/minben"
}

stop_postgres() {
    local folder programs
    folder=$(realpath -m "$1")
    programs=$(postgres_programs "$folder") || return 1
    as_postgres "$programs/pg_ctl" status --pgdata "$folder" >/dev/null || return 0
    as_postgres "$programs/pg_ctl" stop --pgdata "$folder" --mode fast --wait --timeout 60 >/dev/null
}
