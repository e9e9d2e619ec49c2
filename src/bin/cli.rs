//! The command line. All of it stands in `after_the_leak::cli`.

fn main() -> std::process::ExitCode {
    after_the_leak::cli::main()
}
