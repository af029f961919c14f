//! `tillit serve` and `tillit demo`.

use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use kit::words::Tongue;

use super::{open, text};
use crate::base::{Problem, identity};
use crate::demo::{self, Size};
use crate::ops;

pub fn serve(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    ops::telemetry::logs("info");
    let app = open(given)?;
    let setup = identity::setup_code(&app)?.map(|code| {
        let url = format!("{}/setup", app.config.server.public_url);
        w.with(
            "cli-setup-code",
            &[("url", url.into()), ("code", code.into())],
        )
    });
    let listen = app.config.server.listen;
    // A code that leads nowhere is not said: the address may be taken.
    ops::server::run(app, listen, |address| {
        if let Some(line) = setup {
            out!("{line}");
        }
        out!("{}", w.one("cli-serving", "address", address.to_string()));
    })?;
    out!("{}", w.t("cli-stopped"));
    Ok(ExitCode::SUCCESS)
}

pub fn demo(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    ops::telemetry::logs("warn");
    let listen: SocketAddr = text(given, "listen")
        .parse()
        .map_err(|_| Problem::refused("cli-demo-address"))?;
    // Whoever has a sign-in link is that person: such links must not be reachable from elsewhere.
    if !listen.ip().is_loopback() {
        return Err(Problem::refused("cli-demo-loopback"));
    }
    let size = given.get_one::<String>("size").map(|size| {
        if size == "city" {
            Size::City
        } else {
            Size::Town
        }
    });
    let dir = Path::new(text(given, "dir"));
    let opened = demo::open(dir, size, given.get_flag("fresh"), listen, w)?;
    let app = opened.app;
    let portal = app.config.portal.url.clone().unwrap_or_default();
    let outgoing = app.config.outgoing.as_ref();
    let guard = outgoing
        .and_then(|guard| guard.listen.clone())
        .unwrap_or_default();
    ops::server::run(app, listen, |address| {
        out!("\n{}", w.t("cli-demo-ready"));
        for link in &opened.links {
            out!("  {:<32} http://{address}{}", w.t(link.word), link.path);
        }
        out!("  {:<32} http://{address}/open", w.t("cli-demo-public"));
        // Another host to the browser, and so without the cookie of the others.
        out!(
            "  {:<32} http://localhost:{}/tell",
            w.t("cli-demo-report"),
            address.port()
        );
        out!("  {:<32} {}", w.t("cli-demo-receipt"), opened.receipt);
        out!("  {:<32} {portal}{}", w.t("cli-demo-portal"), opened.door);
        out!("  {:<32} {guard}", w.t("cli-demo-guard"));
        out!("\n{}", w.t("cli-demo-stop"));
    })?;
    Ok(ExitCode::SUCCESS)
}
