# shellcheck shell=bash
# Finds or installs every tool that ./play and ./check need. Sourced by them, not run.
#
# Tools are kept per user under their exact versions, so that a second clone starts at once and another
# version on the PATH does no harm. An install is made in a scratch folder and moved into place in one step:
# what stands under its final name is finished. Nothing here asks a question or reads standard input.
#
# Each version is declared once, where its own tool looks for it:
#   Rust          rust-toolchain.toml
#   Trunk         Trunk.toml (trunk-version)
#   wasm-bindgen  Cargo.lock (the program must equal the library)
#   from npm      tests/e2e/package-lock.json (wasm-opt of binaryen, puppeteer-core, axe-core)

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/after-the-leak

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
in_root() { (cd "$root" && "$@"); }

# step WHAT COMMAND…: says what begins, runs it, says how long it took.
step() {
  local what=$1 began=$SECONDS
  shift
  say "set-up: $what …"
  "$@" </dev/null || { say "set-up: $what: failed after $((SECONDS - began)) s"; return 1; }
  say "set-up: $what: done in $((SECONDS - began)) s"
}

# ── From the system ─────────────────────────────────────────────────────────────────────────────────────

# debian_packages NAME…: installs them where that needs no password; false elsewhere.
debian_packages() {
  [[ $(id -u) == 0 ]] && has apt-get || return 1
  if [[ -z ${apt_lists:-} ]]; then
    step "Debian's list of packages" env DEBIAN_FRONTEND=noninteractive apt-get update -qq || return 1
    apt_lists=fresh
  fi
  step "Debian packages: $*" quietly env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@"
}

# dpkg writes a line for every file it moves; what goes wrong comes on standard error.
quietly() { "$@" >/dev/null; }

# need COMMAND "PACKAGE…" HOW: the command from the PATH, else from Debian's packages, else a plain sentence.
need() {
  has "$1" && return
  # shellcheck disable=SC2086 # several packages in one word
  debian_packages $2 || true
  has "$1" || fail "Missing: $1. $3"
}

# ── Rust ────────────────────────────────────────────────────────────────────────────────────────────────

setup_rust() {
  # A fresh rustup is on the PATH only of shells started after it.
  has cargo || PATH=$HOME/.cargo/bin:$PATH
  has cargo || fail "Missing: cargo. Install Rust with rustup: https://rustup.rs"
  need cc "gcc libc6-dev" "Install a C compiler (Debian: gcc and libc6-dev; macOS: xcode-select --install)."
  if ! rust_complete; then
    has rustup || fail "Missing: Rust's wasm32-unknown-unknown target, clippy or rustfmt. Install Rust with rustup: https://rustup.rs"
    # The target comes before the first build: where rustup may not install anything unasked
    # (RUSTUP_AUTO_INSTALL=0), nothing else would fetch it.
    local channel
    channel=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' "$root/rust-toolchain.toml")
    in_root rustc --version >/dev/null 2>&1 ||
      step "Rust ($channel)" rustup toolchain install "$channel" --profile minimal || true
    step "Rust's WebAssembly target" in_root rustup target add wasm32-unknown-unknown || true
    step "Rust's formatter and lints" in_root rustup component add rustfmt clippy || true
    rust_complete || fail "rustup could not complete Rust ($channel); the lines above say why."
  fi
}

rust_complete() {
  local sysroot
  sysroot=$(in_root rustc --print sysroot 2>/dev/null) &&
    [[ -d $sysroot/lib/rustlib/wasm32-unknown-unknown/lib ]] &&
    in_root cargo fmt --version >/dev/null 2>&1 && in_root cargo clippy --version >/dev/null 2>&1
}

# ── Rust programs: Trunk and wasm-bindgen ───────────────────────────────────────────────────────────────

setup_trunk() {
  local version
  version=$(sed -n 's/^trunk-version *= *"=\(.*\)"/\1/p' "$root/Trunk.toml")
  rust_program trunk "$version" trunk \
    "https://github.com/trunk-rs/trunk/releases/download/v$version/trunk-$(platform gnu).tar.gz"
}

setup_bindgen() {
  local version
  version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print }' "$root/Cargo.lock")
  rust_program wasm-bindgen-cli "$version" wasm-bindgen \
    "https://github.com/wasm-bindgen/wasm-bindgen/releases/download/$version/wasm-bindgen-$version-$(platform musl).tar.gz"
}

# platform LIBC: this machine as the release archives name it.
platform() {
  local cpu
  cpu=$(uname -m)
  case $(uname -s) in
    Linux) say "$cpu-unknown-linux-$1" ;;
    Darwin) say "${cpu/arm64/aarch64}-apple-darwin" ;;
    *) say "$cpu-unknown" ;;
  esac
}

# rust_program CRATE VERSION PROGRAM ARCHIVE: puts PROGRAM of exactly that version first on the PATH.
rust_program() {
  local crate=$1 version=$2 program=$3 archive=$4
  [[ -n $version ]] || fail "No version of $crate is declared; see the head of tools/setup.sh."
  local home=$cache/$crate-$version
  if [[ ! -x $home/bin/$program ]]; then
    local scratch=$cache/scratch/$crate-$version.$$
    rm -rf "$cache/scratch/$crate-$version".*
    mkdir -p "$scratch/bin"
    from_archive "$archive" "$scratch" "$program" "$version" ||
      step "$crate $version from source, some minutes" from_source "$crate" "$version" "$scratch" ||
      fail "$crate $version could not be installed; the lines above say why."
    rm -rf "$home" "$scratch/archive"
    mv "$scratch" "$home"
  fi
  PATH=$home/bin:$PATH
}

# from_archive ADDRESS SCRATCH PROGRAM VERSION: the ready-made program, if it can be had and runs here.
from_archive() {
  has curl || return 1
  local unpacked=$2/archive found
  mkdir -p "$unpacked"
  curl -fsSL --connect-timeout 5 --max-time 180 "$1" 2>/dev/null </dev/null |
    tar -xz -C "$unpacked" 2>/dev/null || return 1
  found=$(find "$unpacked" -type f -name "$3")
  [[ -n $found && " $("$found" --version 2>/dev/null) " == *" $4 "* ]] || return 1
  mv "$(dirname "$found")"/* "$2/bin/" || return 1
  say "set-up: $3 $4 from its release archive"
}

# from_source CRATE VERSION SCRATCH: with settings for a quick build, since these programs run for seconds.
# The build folder outlives an interruption, so that the next try goes on where this one stopped.
# No default features: they bring only TLS and update checks. A published lock file may name a crate that
# was withdrawn since; then the same version is built with the newest that fit.
from_source() {
  local optimise=1 build=$cache/scratch/build-$1-$2
  [[ $1 == trunk ]] && optimise=0 # Trunk only starts other programs and copies files
  local install=(cargo install "$1" --version "=$2" --root "$3" --no-default-features --no-track)
  (
    cd "$root"
    unset RUSTFLAGS CARGO_BUILD_TARGET CARGO_BUILD_RUSTFLAGS
    export CARGO_TARGET_DIR=$build CARGO_INCREMENTAL=0 CARGO_PROFILE_RELEASE_OPT_LEVEL=$optimise \
      CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
      CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_STRIP=true
    "${install[@]}" --locked ||
      { say "set-up: once more, without its lock file …" && "${install[@]}"; }
  ) && rm -rf "$build"
}

# ── From npm ────────────────────────────────────────────────────────────────────────────────────────────

setup_npm() {
  need node nodejs "Install Node.js 18 or newer: https://nodejs.org"
  need npm npm "Install npm; it comes with Node.js: https://nodejs.org"
  (($(node -p 'parseInt(process.versions.node)') >= 18)) ||
    fail "Node.js $(node --version) is too old. Install 18 or newer: https://nodejs.org"

  local declared=$root/tests/e2e link=$root/tests/e2e/node_modules key home
  key=$(node -p 'crypto.createHash("sha256").update(fs.readFileSync(process.argv[1])).digest("hex").slice(0, 12)' \
    "$declared/package-lock.json")
  home=$cache/npm-$key
  if [[ ! -d $home ]]; then
    local scratch=$cache/scratch/npm-$key.$$
    rm -rf "$cache/scratch/npm-$key".*
    mkdir -p "$scratch"
    cp "$declared/package.json" "$declared/package-lock.json" "$scratch/"
    # No package's own install script runs: none of these needs one.
    step "wasm-opt and the browser driver from npm" \
      npm ci --prefix "$scratch" --ignore-scripts --no-audit --no-fund --loglevel=error ||
      fail "npm could not install the packages of tests/e2e/package-lock.json; the lines above say why."
    mv "$scratch" "$home"
  fi
  # A link, so that the tests' imports find the packages and a second clone needs no second copy.
  if [[ ! $link -ef $home/node_modules ]]; then
    rm -rf "$link"
    ln -s "$home/node_modules" "$link"
  fi
  PATH=$home/node_modules/.bin:$PATH
}

# ── Browsers ────────────────────────────────────────────────────────────────────────────────────────────

# The tests' harness looks for the same names (tests/e2e/harness.mjs), and for CHROMIUM and FIREFOX in the
# environment; without an install of ours it must be one that is there.
setup_browsers() {
  browser CHROMIUM "Chromium" "chromium fonts-dejavu-core" chromium chromium-browser google-chrome-stable \
    google-chrome "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
  browser FIREFOX "Firefox" "firefox-esr" firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox
}

# browser VARIABLE TITLE "PACKAGE…" COMMAND…: sets VARIABLE to the program.
browser() {
  local variable=$1 title=$2 packages=$3 name
  shift 3
  [[ -n ${!variable:-} ]] && { export "${variable?}"; return; }
  # shellcheck disable=SC2086 # several packages in one word
  first_of "$@" >/dev/null || debian_packages $packages || true
  name=$(first_of "$@") ||
    fail "Missing: $title. Install it (Debian: ${packages%% *}), or give its program's path in $variable."
  export "$variable=$name"
}

# first_of COMMAND…: the path of the first that exists.
first_of() {
  local name
  for name in "$@"; do
    has "$name" && { command -v "$name"; return; }
  done
  return 1
}

# ── All of it ───────────────────────────────────────────────────────────────────────────────────────────

# setup PART…: rust, trunk, bindgen, npm, browsers. One at a time per user: a second clone waits for the
# first one's tools instead of building them again.
setup() {
  local part began=$SECONDS
  mkdir -p "$cache/scratch"
  exec 9>"$cache/scratch/lock"
  if has flock && ! flock -n 9; then
    say "set-up: waiting for another set-up of this user …"
    flock 9
  fi
  for part in "$@"; do "setup_$part"; done
  exec 9>&-
  export PATH
  say "set-up: complete ($((SECONDS - began)) s; tools are kept in $cache)"
}

# build_page: the page in dist/, as it would be published.
# Trunk takes its tools from the PATH only and lets cargo use no network, so cargo's packages come first.
# It also refuses NO_COLOR=1, which it reads as a wrong value of its own option.
build_page() {
  in_root cargo fetch --locked </dev/null &&
    in_root env -u NO_COLOR trunk build --config "$root/Trunk.toml" </dev/null
}
