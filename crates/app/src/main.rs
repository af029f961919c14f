//! The command line.

fn main() -> std::process::ExitCode {
    tillit::cli::main()
}
