//! The page: everything it does stands in [`after_the_leak::ui`].

fn main() {
    after_the_leak::ui::run();
}
