//! Serves until it is asked to stop, then finishes what was begun.

use std::fs::{File, TryLockError};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;
use tower_http::timeout::TimeoutLayer;

use crate::base::{App, Problem};
use crate::{boot, schedule, shell};

/// A request that takes longer is given up, whoever is slow.
const PATIENCE: Duration = Duration::from_secs(90);

/// The file that a serving program holds, so that nobody puts another database in its place meanwhile.
fn mark(keys_dir: &Path) -> Result<File, Problem> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(options.open(keys_dir.join("serving.lock"))?)
}

/// Holds the installation for one who must be alone; it is free again when the file is dropped.
///
/// # Errors
/// `cli-serving-now` while a program serves it.
pub fn alone(keys_dir: &Path) -> Result<File, Problem> {
    let file = mark(keys_dir)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Problem::refused("cli-serving-now")),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Binds first, calls `ready` with the address, then serves until SIGTERM or Ctrl-C.
///
/// # Errors
/// The address is taken or not ours.
pub fn run(app: App, listen: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<(), Problem> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        // Pages are made on these; each holds at most one database connection.
        .max_blocking_threads(32)
        .thread_keep_alive(Duration::from_secs(10))
        .enable_all()
        .build()?;
    let serving = mark(app.keys.dir())?;
    match serving.try_lock_shared() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(Problem::refused("cli-serving-wait")),
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    let stop = Arc::new(AtomicBool::new(false));
    let outgoing = boot::outgoing(&app)?;
    let worker = schedule::start(app.clone(), Arc::clone(&stop));
    let served = runtime.block_on(async {
        if let (Some(address), Some(handle)) =
            (app.config.server.metrics, super::telemetry::metrics())
        {
            tokio::spawn(figures(address, handle));
        }
        if let Some(address) = app.config.report.lmtp {
            tokio::spawn(super::lmtp::serve(app.clone(), address, boot::take_mail));
        }
        if let Some(address) = app.config.portal.listen {
            let listener = TcpListener::bind(address).await?;
            tokio::spawn(portal(app.clone(), listener));
        }
        let listener = TcpListener::bind(listen).await?;
        ready(listener.local_addr()?);
        let router = shell::router(&app).layer(TimeoutLayer::with_status_code(
            axum::http::StatusCode::REQUEST_TIMEOUT,
            PATIENCE,
        ));
        axum::serve(
            listener,
            router.into_make_service_with_connect_info::<SocketAddr>(),
        )
        .with_graceful_shutdown(asked_to_stop())
        .await
    });
    stop.store(true, Ordering::SeqCst);
    if let Some(outgoing) = outgoing {
        outgoing.stop();
    }
    let _ = worker.join();
    runtime.shutdown_timeout(Duration::from_secs(10));
    app.db.tidy()?;
    served.map_err(|error| Problem::Outside(format!("{listen}: {error}")))
}

/// The portal's own listener: the staff's pages are not behind it, whatever host a request names.
async fn portal(app: App, listener: TcpListener) {
    let router = shell::portal_router(&app).layer(TimeoutLayer::with_status_code(
        axum::http::StatusCode::REQUEST_TIMEOUT,
        PATIENCE,
    ));
    let served = axum::serve(
        listener,
        router.into_make_service_with_connect_info::<SocketAddr>(),
    );
    if let Err(error) = served.await {
        tracing::error!(%error, "the portal has ended");
    }
}

async fn figures(address: SocketAddr, handle: PrometheusHandle) {
    let page = Router::new().route("/metrics", get(move || async move { handle.render() }));
    match TcpListener::bind(address).await {
        Ok(listener) => {
            let _ = axum::serve(listener, page).await;
        }
        Err(error) => tracing::error!(%address, %error, "metrics cannot be served"),
    }
}

async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminate = async {
            match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
                Ok(mut signal) => {
                    signal.recv().await;
                }
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! { _ = interrupt => {}, () = terminate => {} }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
