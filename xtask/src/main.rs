//! Developer commands. `cargo xtask` alone lists them.
//!
//! Everything a test needs beyond Rust and a C compiler is installed here (see `machine`), so that the two
//! commands of the README work on a machine that has never seen the project.

mod bench;
mod browser;
mod cluster;
mod detection;
mod guard;
mod lab;
mod machine;
mod report;
mod run;
mod tally;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask test               everything that must hold before a change lands; ends with the sum
cargo xtask browser [FILTER]   only the tests in the browser; FILTER is part of a file's or a test's name
cargo xtask postgres COMMAND   runs a command beside a PostgreSQL of its own, which tests then use
cargo xtask words              missing and unused messages, per language
cargo xtask bench [NAME]       the figures of docs/benchmarks.md, against their limits
cargo xtask bench detect       only the crate detect: megabytes a second, with peers
cargo xtask bench guard        Postfix without and with the guard (as root, with Debian's Postfix)
cargo xtask detection          recall and precision of the crate detect; writes docs/detection.md
cargo xtask detection mails    how many mails of a public corpus would be held; writes docs/detection.md
cargo xtask shots              the pictures in docs/pictures, made by the browser
cargo xtask lab                what takes too long for every day: every page in every language, scheme and
                               width, hundreds of kills, licences and advisories; prints its figures
cargo xtask lab guard          a thousand kills of the guard behind a real Postfix; writes docs/benchmarks.md";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["test"] => test::all(),
        ["browser"] => browser::alone(None),
        ["browser", filter] => browser::alone(Some(filter)),
        ["postgres", program, rest @ ..] => test::beside_postgres(program, rest),
        ["words"] => test::words(),
        ["bench"] => bench::all(None),
        ["bench", "detect"] => detection::speed(),
        ["bench", "guard"] => guard::bench(),
        ["detection"] => detection::judged(false),
        ["detection", "mails"] => detection::mails(),
        ["detection", "examples"] => detection::judged(true),
        ["bench", name] => bench::all(Some(name)),
        ["shots"] => browser::shots(),
        ["lab"] => lab::all(),
        ["lab", "guard"] => lab::guard(),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
