//! Logs and metrics. Neither holds anything about a person: routes are patterns, problems are codes.

use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;

/// JSON lines on standard error; `TILLIT_LOG` sets the level.
pub fn logs(default: &str) {
    let filter = EnvFilter::try_from_env("TILLIT_LOG").unwrap_or_else(|_| EnvFilter::new(default));
    // Below this the PostgreSQL client writes the values of every statement, whatever level was asked for.
    let filter = match "tokio_postgres=info".parse() {
        Ok(directive) => filter.add_directive(directive),
        Err(_) => filter,
    };
    // A second call (tests start several servers in one process) keeps the first.
    let _ = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init();
}

/// Starts to count; the handle writes what `/metrics` shows. `None` when counting already began.
pub fn metrics() -> Option<PrometheusHandle> {
    PrometheusBuilder::new().install_recorder().ok()
}
