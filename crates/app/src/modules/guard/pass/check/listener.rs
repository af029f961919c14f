//! What master.cf says of the second listener, and of others that could pass by the guard.

use super::settings::{Wanted, is_closed, list, same, value};
use super::{Checked, bad, good};
use crate::base::config::Outgoing;

/// Connections that the guard keeps (`pass/second.rs`); the listener must have more processes than that.
const KEPT: u64 = 20;
/// What has been done on the first passage is not done again.
const DONE: [&str; 4] = [
    "no_header_body_checks",
    "no_unknown_recipient_checks",
    "no_milters",
    "no_address_mappings",
];

/// `services` as `postconf -M` prints them, `own` as `postconf -P`.
pub(super) fn look(guard: &Outgoing, services: &[String], own: &[String]) -> Vec<Checked> {
    let port = guard.next.port().to_string();
    let line = services
        .iter()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .find(|line| {
            let name = line.first().copied().unwrap_or_default();
            let at = name.rsplit_once(':').map_or(name, |(_, port)| port);
            at == port && line.get(1) == Some(&"inet")
        });
    let Some(line) = line else {
        let missing = bad("guard-check-no-service", "guard-check-no-next-mend", &port);
        return vec![missing];
    };
    let name = line.first().copied().unwrap_or_default();
    let mut found = vec![bound(name), processes(name, line.get(6).copied())];
    let wanted = wanted().into_iter();
    found.extend(wanted.map(|wanted| setting(own, name, wanted)));
    found.extend(past(own, name));
    found
}

/// `10026` alone would be every address of the machine.
fn bound(name: &str) -> Checked {
    let host = name.rsplit_once(':').map_or("", |(host, _)| host);
    let ip = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    if host == "localhost" || ip.is_ok_and(|ip| ip.is_loopback()) {
        good("guard-check-setting", format!("master.cf {name}"))
    } else {
        bad(
            "guard-check-open",
            "guard-check-open-mend",
            format!("master.cf {name}"),
        )
    }
}

/// `-` is Postfix's own number, 100; 0 is as many as come.
fn processes(name: &str, most: Option<&str>) -> Checked {
    let enough = |most: &str| most == "-" || most.parse().is_ok_and(|n: u64| n == 0 || n > KEPT);
    let what = format!("{name} maxproc = {}", most.unwrap_or_default());
    if most.is_some_and(enough) {
        good("guard-check-setting", what)
    } else {
        wrong(what, "maxproc = 30".to_owned())
    }
}

/// Why each: docs/guard.md.
fn wanted() -> Vec<Wanted> {
    let closed = || "permit_mynetworks,reject".to_owned();
    let local = || "127.0.0.0/8".to_owned();
    let is_local: fn(&str, &str) -> bool = |value, _| {
        let nets = list(value);
        let home = |net: &&str| net.starts_with("127.") || net.starts_with("[::1]");
        !nets.is_empty() && nets.iter().all(home)
    };
    vec![
        ("content_filter", String::new(), same),
        ("mynetworks", local(), is_local),
        ("smtpd_client_restrictions", closed(), is_closed),
        ("smtpd_relay_restrictions", closed(), is_closed),
        ("smtpd_recipient_restrictions", closed(), is_closed),
        ("smtpd_data_restrictions", String::new(), same),
        ("smtpd_end_of_data_restrictions", String::new(), same),
        ("smtpd_authorized_xforward_hosts", local(), is_local),
        ("smtpd_milters", String::new(), same),
        ("local_header_rewrite_clients", String::new(), same),
        ("receive_override_options", DONE.join(","), |value, _| {
            let options = list(value);
            DONE.iter().all(|one| options.contains(one))
        }),
    ]
}

/// A setting of the service itself: what it takes over from main.cf is the first listener's.
fn setting(own: &[String], service: &str, (name, want, holds): Wanted) -> Checked {
    let found = value(own, &format!("{service}/inet/{name}"));
    let what = format!("{service} {name} = {}", found.unwrap_or("(main.cf)"));
    if found.is_some_and(|value| holds(value, &want)) {
        good("guard-check-setting", what)
    } else {
        wrong(what, format!("-o {name}={want}"))
    }
}

fn wrong(what: String, want: String) -> Checked {
    let mut wrong = bad(
        "guard-check-setting-wrong",
        "guard-check-service-mend",
        what,
    );
    wrong.args.push(("want", want.into()));
    wrong
}

/// Another service that sets the filter aside lets mail pass by the guard.
fn past(own: &[String], second: &str) -> Vec<Checked> {
    own.iter()
        .filter_map(|line| {
            let (service, value) = line.split_once("/content_filter")?;
            let other = service != format!("{second}/inet") && value.trim_start().starts_with('=');
            other.then(|| bad("guard-check-past", "guard-check-past-mend", line.trim()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::look;
    use crate::base::config::Outgoing;

    /// docs/guard.md's second listener, as Postfix prints it.
    fn documented() -> (Vec<String>, Vec<String>) {
        let text = include_str!("../../../../../../../docs/guard.md");
        let (_, rest) = text.split_once("127.0.0.1:10026 inet").unwrap();
        let (service, _) = rest.split_once("\n\n").unwrap();
        let mut lines = service.lines();
        let first = format!("127.0.0.1:10026 inet{}", lines.next().unwrap());
        let own = lines.map(|line| {
            let (name, value) = line
                .trim()
                .trim_start_matches("-o ")
                .split_once('=')
                .unwrap();
            format!("127.0.0.1:10026/inet/{name} = {value}")
        });
        (vec![first], own.collect())
    }

    #[test]
    fn the_second_listener_that_the_docs_give_is_whole() {
        let guard = Outgoing::default();
        let (services, own) = documented();
        let found = look(&guard, &services, &own);
        assert!(
            found.len() > 10 && found.iter().all(|one| !one.bad),
            "{found:?}"
        );
        let faults = |services: &[String], own: &[String]| {
            look(&guard, services, own)
                .iter()
                .filter(|one| one.bad)
                .count()
        };
        // Each line of it counts, but for those that only make it faster.
        let light = [
            "syslog_name",
            "tls_security",
            "_count_limit",
            "rate_limit",
            "peername",
            "cleanup",
            "max_use",
        ];
        for at in 0..own.len() {
            let mut less = own.clone();
            let line = less.remove(at);
            let expected = usize::from(!light.iter().any(|part| line.contains(part)));
            assert_eq!(faults(&services, &less), expected, "{line}");
        }
        let instead = |from: &str, to: &str| [services[0].replace(from, to)];
        assert_eq!(
            faults(&instead("127.0.0.1:", "192.0.2.1:"), &own),
            13,
            "open, and other names"
        );
        assert_eq!(faults(&instead("30", "10"), &own), 1);
        assert_eq!(faults(&[], &own), 1);
        let mut past = own.clone();
        past.push("submission/inet/content_filter =".to_owned());
        assert_eq!(faults(&services, &past), 1);
    }
}
