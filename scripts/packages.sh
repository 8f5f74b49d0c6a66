# Sourced by ./run, ./test and Benchmarks/run: what the machine must have, and how it is put there.

# To build and to print documents.
building=(
    fonts-noto-cjk libargon2-dev libcurl4-openssl-dev libgd-dev libopencc-dev libp11-kit-dev libpango1.0-dev libpq-dev libqrencode-dev
    libsqlite3-dev libssl-dev pkg-config zlib1g-dev
)
# To read what was printed, to count, and to be a token that holds keys.
checking=(poppler-utils python3 softhsm2 zbar-tools)
# To open the pages.
browsing=(chromium-headless-shell python3-venv)
# To be an older system that lets its visitors sign in here.
signing_in=(apache2-bin libapache2-mod-auth-openidc)
# To be the database of several nodes, and to certify it.
serving=(openssl postgresql)
# To measure, and to know what the machine could do.
measuring=(nginx postgresql python3 python3-venv redis-server wrk)
# To kill a primary and watch: three databases that elect, and a gateway in front of the nodes.
failover=(
    etcd-server haproxy iproute2 openssl patroni postgresql-15 python3-psycopg2 util-linux
)

require_swift() {
    local version
    if ! command -v swift >/dev/null; then
        echo "Swift is missing: install Swift 6.2 or newer, then start again." >&2
        return 1
    fi
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1)
    if [[ "$(printf '6.2\n%s\n' "$version" | sort -V | head -n 1)" != 6.2 ]]; then
        echo "Swift 6.2 or newer is needed; this is ${version:-unknown}." >&2
        return 1
    fi
}

is_installed() {
    [[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]
}

# install_missing PACKAGE…: asks apt only when something is missing, and says what.
install_missing() {
    local package missing=() as_root=()
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then return 0; fi
    echo "Installing system packages: ${missing[*]}"
    if ! command -v apt-get >/dev/null; then
        echo "This is not Debian or Ubuntu: install their equivalents, then start again." >&2
        return 1
    fi
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "Neither root nor sudo: install them, then start again." >&2
            return 1
        fi
        as_root=(sudo)
    fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "${missing[@]}"
}
