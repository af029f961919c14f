//! How the command line explains itself: what clap says in English, in the language of the terminal.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, ArgAction, Command};
use kit::words::Tongue;

/// Gives a command, and all below it, headings and the option `--help` in this language.
pub fn localised(command: Command, w: &Tongue) -> Command {
    let template = format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}",
        w.t("cli-usage")
    );
    let heading = |arg: Arg| {
        let word = if arg.is_positional() {
            "cli-arguments"
        } else {
            "cli-options"
        };
        bracketed(arg, w).help_heading(w.t(word))
    };
    command
        .help_template(template)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(flag("help", 'h', ArgAction::Help, w.t("cli-opt-help")))
        .subcommand_help_heading(w.t("cli-commands"))
        .subcommand_value_name(w.t("cli-command"))
        .mut_args(heading)
        .mut_subcommands(|one| localised(one, w))
}

/// What may be given, and what holds without it, behind the help: clap would say it in English.
fn bracketed(arg: Arg, w: &Tongue) -> Arg {
    if !arg.get_action().takes_values() {
        return arg;
    }
    let text = |value: &std::ffi::OsStr| value.to_string_lossy().into_owned();
    let known: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|one| one.get_name().to_owned())
        .collect();
    let default: Vec<String> = arg
        .get_default_values()
        .iter()
        .map(|one| text(one))
        .collect();
    let mut help = vec![arg.get_help().map(ToString::to_string).unwrap_or_default()];
    if !known.is_empty() {
        help.push(w.one("cli-word-possible", "values", known.join(", ")));
    }
    if !default.is_empty() {
        help.push(w.one("cli-word-default", "value", default.join(", ")));
    }
    let arg = arg.hide_default_value(true).hide_possible_values(true);
    arg.help(help.join(" "))
}

/// The line of use with its one English word in this language, here and in all commands below.
pub fn used(mut command: Command, w: &Tongue) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage
        .split_once(": ")
        .map_or(usage.as_str(), |(_, rest)| rest);
    let usage = usage.replace("[OPTIONS]", &format!("[{}]", w.t("cli-word-options")));
    command
        .override_usage(usage)
        .mut_subcommands(|one| used(one, w))
}

/// An option that answers and ends.
pub fn flag(name: &'static str, short: char, action: ArgAction, help: String) -> Arg {
    Arg::new(name)
        .long(name)
        .short(short)
        .action(action)
        .help(help)
}

/// Whether clap asks to show help or the version, which it does itself.
pub fn is_answer(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    )
}

/// What is wrong with the command line, in words.
pub fn said(error: &Error, w: &Tongue) -> String {
    let of = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::Strings(list)) => list.join(", "),
        Some(value) => value.to_string(),
        None => String::new(),
    };
    let what = of(ContextKind::InvalidArg);
    let text = match error.kind() {
        ErrorKind::UnknownArgument => w.one("cli-wrong-unknown", "what", what),
        ErrorKind::InvalidSubcommand => w.one(
            "cli-wrong-unknown",
            "what",
            of(ContextKind::InvalidSubcommand),
        ),
        ErrorKind::MissingRequiredArgument => w.one("cli-wrong-missing", "what", what),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => w.with(
            "cli-wrong-value",
            &[
                ("what", what.into()),
                ("value", of(ContextKind::InvalidValue).into()),
                ("known", of(ContextKind::ValidValue).into()),
            ],
        ),
        _ => w.t("cli-wrong"),
    };
    format!("{text}\n{}", w.t("cli-wrong-help"))
}
