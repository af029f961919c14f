//! The commands and their options, described in the language of the terminal.

use clap::{Arg, ArgAction, Command};
use kit::words::Tongue;

use super::help;

/// The whole command line.
pub fn all(w: &Tongue) -> Command {
    let mut all = help::localised(named(w), w).bin_name("tillit");
    all.build();
    help::used(all, w)
}

fn named(w: &Tongue) -> Command {
    Command::new("tillit")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(help::flag(
            "version",
            'V',
            ArgAction::Version,
            w.t("cli-opt-version"),
        ))
        .about(w.t("cli-about"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(
            option("lang", w.t("cli-opt-lang"))
                .global(true)
                .value_name("CODE"),
        )
        .subcommand(demo(w))
        .subcommand(with_config(w, "serve", "cli-serve"))
        .subcommand(with_config(w, "migrate", "cli-migrate"))
        .subcommand(with_config(w, "backup", "cli-backup").arg(place("file", w.t("cli-arg-file"))))
        .subcommand(
            with_config(w, "restore", "cli-restore").arg(place("file", w.t("cli-arg-file"))),
        )
        .subcommand(with_config(w, "doctor", "cli-doctor"))
        .subcommand(
            Command::new("config")
                .about(w.t("cli-config"))
                .subcommand_required(true)
                .subcommand(with_config(w, "check", "cli-config-check")),
        )
        .subcommand(
            with_config(w, "verify", "cli-verify")
                .arg(option("published", w.t("cli-opt-published")).value_name("DIR|URL"))
                .arg(option("key", w.t("cli-opt-key")).value_name("HEX")),
        )
        .subcommand(
            with_config(w, "forget", "cli-forget")
                .arg(place("number", w.t("cli-arg-number")))
                .arg(flag("yes", w.t("cli-opt-yes"))),
        )
        .subcommand(guard(w))
        .subcommand(import(w))
        .subcommand(year(w))
        .subcommand(scan(w))
        // For developers (cargo xtask bench), so not in the list.
        .subcommand(
            Command::new("bench")
                .hide(true)
                .arg(place("name", String::new()))
                .arg(option("cases", String::new()).value_parser(clap::value_parser!(u64))),
        )
}

fn demo(w: &Tongue) -> Command {
    Command::new("demo")
        .about(w.t("cli-demo"))
        .arg(option("dir", w.t("cli-opt-dir")).default_value("demo-data"))
        .arg(option("listen", w.t("cli-opt-listen")).default_value("127.0.0.1:8080"))
        .arg(option("size", w.t("cli-opt-size")).value_parser(["town", "city"]))
        .arg(flag("fresh", w.t("cli-opt-fresh")))
}

fn guard(w: &Tongue) -> Command {
    Command::new("guard")
        .about(w.t("cli-guard"))
        .subcommand_required(true)
        .subcommand(
            with_config(w, "rotate-keys", "cli-guard-rotate-keys")
                .arg(flag("erase-old", w.t("cli-opt-erase-old"))),
        )
        .subcommand(
            with_config(w, "check", "cli-guard-check").arg(
                option("submit", w.t("cli-opt-submit"))
                    .value_name("ADDRESS")
                    .default_value("127.0.0.1:25"),
            ),
        )
}

fn import(w: &Tongue) -> Command {
    Command::new("import")
        .about(w.t("cli-import"))
        .subcommand_required(true)
        .subcommand(
            with_config(w, "people", "cli-import-people")
                .arg(place("file", w.t("cli-arg-file")))
                .arg(
                    option("mapping", w.t("cli-opt-mapping"))
                        .required(true)
                        .value_name("MAP"),
                )
                .arg(flag("dry-run", w.t("cli-opt-dry-run")))
                .arg(flag("confirm", w.t("cli-opt-confirm"))),
        )
        .subcommand(
            with_config(w, "incidents", "cli-import-incidents")
                .arg(place("file", w.t("cli-arg-file")))
                .arg(option("source", w.t("cli-opt-source")))
                .arg(option("unit", w.t("cli-opt-unit")))
                .arg(flag("dry-run", w.t("cli-opt-dry-run"))),
        )
}

fn scan(w: &Tongue) -> Command {
    Command::new("scan")
        .about(w.t("cli-scan"))
        .after_help(w.t("cli-scan-codes"))
        .arg(place("path", w.t("cli-arg-paths")).num_args(1..))
        .arg(
            option("format", w.t("cli-opt-format"))
                .value_parser(["text", "json"])
                .default_value("text"),
        )
        .arg(option("redact", w.t("cli-opt-redact")).value_name("DIR"))
        .arg(
            option("least", w.t("cli-opt-least"))
                .value_parser(["weak", "likely", "strong"])
                .default_value("likely"),
        )
        .arg(
            option("look", w.t("cli-opt-look"))
                .value_parser(["identifiers", "matters", "all"])
                .default_value("all"),
        )
        .arg(option("policy", w.t("cli-opt-policy")).value_name("FILE"))
        .arg(option("words", w.t("cli-opt-words")).value_name("FILE"))
}

fn year(w: &Tongue) -> Command {
    let one = |name: &'static str, about: &str| {
        with_config(w, name, about)
            .arg(place("year", w.t("cli-arg-year")))
            .arg(
                option("format", w.t("cli-opt-format"))
                    .value_parser(["text", "json"])
                    .default_value("text"),
            )
    };
    Command::new("year")
        .about(w.t("cli-year"))
        .subcommand_required(true)
        .subcommand(one("status", "cli-year-status"))
        .subcommand(one("figures", "cli-year-figures"))
        .subcommand(one("close", "cli-year-close"))
        .subcommand(
            one("approve", "cli-year-approve")
                .arg(option("body", w.t("cli-opt-body")).required(true))
                .arg(
                    option("day", w.t("cli-opt-day"))
                        .required(true)
                        .value_name("YYYY-MM-DD"),
                )
                .arg(option("paragraph", w.t("cli-opt-paragraph")).required(true)),
        )
        .subcommand(one("publish", "cli-year-publish"))
        .subcommand(one("export", "cli-year-export").arg(place("dir", w.t("cli-opt-dir"))))
}

fn with_config(w: &Tongue, name: &'static str, about: &str) -> Command {
    Command::new(name)
        .about(w.t(about))
        .arg(option("config", w.t("cli-opt-config")).value_name("FILE"))
}

fn option(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).help(help)
}

fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name)
        .long(name)
        .help(help)
        .action(ArgAction::SetTrue)
}

fn place(name: &'static str, help: String) -> Arg {
    Arg::new(name).help(help).required(true)
}
