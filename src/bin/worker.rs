//! A worker: everything it does stands in [`after_the_leak::worker`].

fn main() {
    after_the_leak::worker::run();
}
